import { refuse } from '../../domain/refusals.ts';
import { nameKey } from '../../domain/source/fold.ts';
import type { SourceId } from '../../domain/source/source.ts';
import {
  COUNTED_DAYS,
  type ListedCampaign,
  type ListedSource,
  type SourceList,
} from '../../domain/source/source-list.ts';
import { count } from '../../sentences/en/count.ts';
import { sayMoney } from '../../sentences/en/money.ts';
import { saySourceChange } from '../../sentences/en/source.ts';
import { PLAIN } from '../../sentences/voice.ts';
import type { Context } from '../../usecases/context.ts';
import { changeCampaign, mergeCampaigns, splitCampaign } from '../../usecases/source/change-campaigns.ts';
import { changeSource, mergeSources, splitSource } from '../../usecases/source/change-sources.ts';
import { listSourcesAndCampaigns } from '../../usecases/source/list-sources.ts';
import { acceptGuess, declineGuess, keepApart } from '../../usecases/source/settle-likeness.ts';
import { undoSourceChange } from '../../usecases/source/undo-source-change.ts';
import { printable } from '../printable.ts';
import { withExistingContext } from '../with-context.ts';

const BY = 'import';

export async function printSources(isJson: boolean): Promise<void> {
  const list = await withExistingContext((ctx) => listSourcesAndCampaigns(ctx, BY));
  if (isJson) console.log(JSON.stringify(asJson(list), null, 2));
  else for (const line of linesOf(list)) console.log(printable(line));
}

function asJson({ sources, campaigns }: SourceList) {
  const facts = ({ id, name, owner, leads, spend, spellings }: ListedSource | ListedCampaign) => ({
    ...{ id, name, owner, leads, spend },
    spellings: spellings.filter(({ isId }) => !isId).map(({ text }) => text),
    ids: spellings.filter(({ isId }) => isId).map(({ text }) => text),
  });
  const ofSource = (id: string | null) =>
    campaigns
      .filter(({ sourceId }) => sourceId === id)
      .map(({ brief, startsOn, endsOn, ...campaign }) => ({
        ...facts(campaign as ListedCampaign),
        brief,
        startsOn,
        endsOn,
      }));
  return {
    days: COUNTED_DAYS,
    sources: sources.map((source) => ({ ...facts(source), campaigns: ofSource(source.id) })),
    withoutSource: ofSource(null),
  };
}

function linesOf(list: SourceList): string[] {
  const { sources, campaigns, alikeSources, alikeCampaigns, guesses, changes } = list;
  if (sources.length + campaigns.length === 0)
    return ['There are no sources yet: they come with leads and spend.'];
  const ofSource = (id: string | null) =>
    campaigns.filter(({ sourceId }) => sourceId === id).map((campaign) => `    ${lineOf(campaign)}`);
  const orphans = ofSource(null);
  const groups = [...alikeSources, ...alikeCampaigns];
  return [
    `Leads and spend of the last ${COUNTED_DAYS} days.`,
    ...sources.flatMap((source) => [lineOf(source), ...ofSource(source.id)]),
    ...(orphans.length > 0 ? ['(no source)', ...orphans] : []),
    ...(groups.length + guesses.length > 0
      ? ['', 'These may be the same (tango sources merge A INTO B, or tango sources apart A B):']
      : []),
    ...groups.map(({ into, others }) => `${[...others, into].map(({ name }) => name).join(', ')}`),
    ...guesses.map(
      ({ text, leads, source }) => `${text}: ${count(leads, 'lead')} that came as ${source.name} before`,
    ),
    ...(changes.length > 0 ? ['', 'What can be taken back, the last first (tango sources undo ID):'] : []),
    ...changes.slice(0, 5).map(({ id, what }) => `${id}  ${saySourceChange(what, PLAIN)}`),
  ];
}

function lineOf({ name, leads, spend, spellings }: ListedSource | ListedCampaign): string {
  const others = spellings.filter(({ text, isId }) => !isId && text !== name).map(({ text }) => `“${text}”`);
  const ids = spellings.filter(({ text, isId }) => isId && text !== name).map(({ text }) => text);
  const parts = [
    count(leads, 'lead'),
    ...(spend ? [`${sayMoney(spend)} spent`] : []),
    ...(others.length > 0 ? [`also ${others.join(', ')}`] : []),
    ...(ids.length > 0 ? [`id ${ids.join(', ')}`] : []),
  ];
  return `${name}: ${parts.join(', ')}`;
}

/** `A B INTO C` */
export async function mergeNamed(words: readonly string[], within?: string): Promise<void> {
  const at = words.findIndex((word) => /^into$/i.test(word));
  const [into, ...surplus] = at < 0 ? [] : words.slice(at + 1);
  const names = words.slice(0, at);
  if (into === undefined || surplus.length > 0 || names.length === 0)
    throw refuse('merge_needs_into', { words: words.join(' ') });
  await inList(async (ctx, list) => {
    if (within === undefined) {
      const source = named(list.sources, into);
      const isGuess = (name: string) => guessOf(list, name, source.id) !== undefined;
      // A name that nobody has given to a source so far, under which its leads came: it becomes a spelling.
      for (const name of names.filter(isGuess))
        await acceptGuess(ctx, { by: BY, key: nameKey(name), sourceId: source.id });
      const others = names.filter((name) => !isGuess(name)).map((name) => named(list.sources, name).id);
      if (others.length > 0) await mergeSources(ctx, { by: BY, into: source.id, others });
    } else {
      const those = campaignsIn(list, within);
      const others = names.map((name) => named(those, name).id);
      await mergeCampaigns(ctx, { by: BY, into: named(those, into).id, others });
    }
  });
  console.log(printable(`${names.join(', ')} and ${into} are one now. tango sources undo takes it back.`));
}

/** They look alike and are not the same. */
export async function keepNamedApart(names: readonly string[], within?: string): Promise<void> {
  await inList(async (ctx, list) => {
    if (within !== undefined) {
      const those = campaignsIn(list, within);
      await keepApart(ctx, { by: BY, code: 'campaign', ids: names.map((name) => named(those, name).id) });
      return;
    }
    const guess = guessAmong(list, names);
    if (guess) await declineGuess(ctx, { by: BY, key: guess.key, sourceId: guess.source.id });
    else
      await keepApart(ctx, {
        by: BY,
        code: 'source',
        ids: names.map((name) => named(list.sources, name).id),
      });
  });
  console.log(printable(`${names.join(' and ')} are not the same.`));
}

function guessOf({ guesses }: SourceList, name: string, sourceId: SourceId) {
  return guesses.find(({ key, source }) => key === nameKey(name) && source.id === sourceId);
}

/** Of two names one may be a name that is no source's yet. */
function guessAmong(list: SourceList, [one = '', other = '', ...more]: readonly string[]) {
  if (more.length > 0) return undefined;
  const [first, second] = [one, other].map((name) =>
    list.sources.find(({ spellings }) => spellings.some(({ key }) => key === nameKey(name))),
  );
  return (second && guessOf(list, one, second.id)) ?? (first && guessOf(list, other, first.id));
}

export async function renameNamed(name: string, to: string, within?: string): Promise<void> {
  await inList(async (ctx, list) => {
    if (within === undefined)
      await changeSource(ctx, { by: BY, id: named(list.sources, name).id, words: { name: to } });
    else
      await changeCampaign(ctx, {
        by: BY,
        id: named(campaignsIn(list, within), name).id,
        words: { name: to },
      });
  });
  console.log(printable(`${name} is called ${to} now. What comes in as ${name} is still its.`));
}

export async function splitNamed(name: string, spellings: readonly string[], within?: string): Promise<void> {
  const keys = spellings.map(nameKey);
  await inList(async (ctx, list) => {
    if (within === undefined) await splitSource(ctx, { by: BY, id: named(list.sources, name).id, keys });
    else await splitCampaign(ctx, { by: BY, id: named(campaignsIn(list, within), name).id, keys });
  });
  console.log(printable(`What comes as ${spellings.join(', ')} is not ${name} any more.`));
}

export async function undoChange(id?: string): Promise<void> {
  await inList(async (ctx, { changes: [last] }) => {
    const asked = id ?? last?.id;
    if (asked === undefined) throw refuse('nothing_changed_there');
    await undoSourceChange(ctx, { by: BY, id: asked });
  });
  console.log('Taken back.');
}

function inList(work: (ctx: Context, list: SourceList) => Promise<void>): Promise<void> {
  return withExistingContext(async (ctx) => work(ctx, await listSourcesAndCampaigns(ctx, BY)));
}

/** By any spelling, or by our id. */
function named<Thing extends ListedSource | ListedCampaign>(things: readonly Thing[], name: string): Thing {
  const found = things.find(
    ({ id, spellings }) => id === name || spellings.some(({ key }) => key === nameKey(name)),
  );
  if (!found) throw refuse('source_not_known', { name });
  return found;
}

function campaignsIn({ sources, campaigns }: SourceList, source: string): ListedCampaign[] {
  const { id } = named(sources, source);
  return campaigns.filter(({ sourceId }) => sourceId === id);
}
