import { leadTitle } from '../../sentences/en/lead.ts';
import { sayTurn } from '../../sentences/en/routing.ts';
import { PLAIN, type Voice } from '../../sentences/voice.ts';
import { previewRoutes, type RoutePreview } from '../../usecases/routing/preview-routes.ts';
import { printable } from '../printable.ts';
import { withExistingContext } from '../with-context.ts';

export async function printRoutes(latest: number): Promise<void> {
  print(await withExistingContext((ctx) => previewRoutes(ctx, latest)));
}

function print(preview: RoutePreview): void {
  const voice: Voice = {
    ...PLAIN,
    person: (id, otherwise = 'somebody') => (id === null ? otherwise : nameIn(preview, id)),
  };
  const counts = new Map<string, number>();
  for (const route of preview.routes) {
    const { at, lead, source, note } = route;
    const to = note?.to ? nameIn(preview, note.to) : 'whoever comes first';
    counts.set(to, (counts.get(to) ?? 0) + 1);
    const why = note ? sayTurn(note, voice) : 'no rule fits';
    console.log(
      printable(`${timeIn(preview, at)}  ${leadTitle(lead)} (${source ?? 'no source'})  ->  ${to}; ${why}`),
    );
  }
  console.log('');
  for (const [name, count] of counts) console.log(printable(`${name}: ${count} of ${preview.routes.length}`));
  if (preview.routes.length === 0) console.log('There are no leads yet.');
}

function nameIn({ people }: RoutePreview, id: string): string {
  const person = [...people.values()].find((known) => known.id === id);
  return person?.name ? `@${person.name}` : id;
}

function timeIn({ timezone }: RoutePreview, at: number): string {
  const options = { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(at);
}
