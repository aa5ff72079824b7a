import type { Command } from 'commander';
import { sayRouting } from '../../domain/routing/say-routing.ts';
import { previewRoutes, type RoutePreview } from '../../usecases/routing/preview-routes.ts';
import { printable } from '../printable.ts';
import { withExistingContext } from '../with-context.ts';

const LATEST = 100;

export function addRouteCommand(program: Command): void {
  program
    .command('route')
    .description(`whom the last ${LATEST} leads would have gone to by today's rules, and why`)
    .option('--dry-run', 'as without it: leads are routed as they arrive, this command only shows')
    .action(async () => print(await withExistingContext((ctx) => previewRoutes(ctx, LATEST))));
}

function print(preview: RoutePreview): void {
  const counts = new Map<string, number>();
  for (const route of preview.routes) {
    const { at, title, source, note } = route;
    const to = note?.to ? nameIn(preview, note.to) : 'whoever comes first';
    counts.set(to, (counts.get(to) ?? 0) + 1);
    const person = (id: string) => nameIn(preview, id);
    const why = note ? sayRouting(note, { person, text: (text) => text }) : 'no rule fits';
    console.log(printable(`${timeIn(preview, at)}  ${title} (${source ?? 'no source'})  ->  ${to}; ${why}`));
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
