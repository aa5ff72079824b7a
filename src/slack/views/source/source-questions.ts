/** What looks alike, and names under which known leads came again: the same or not, with one click. */
import type { AlikeGroup } from '../../../domain/source/alike.ts';
import type {
  ListedCampaign,
  ListedGuess,
  ListedSource,
  SourceList,
} from '../../../domain/source/source-list.ts';
import { clip } from '../../../sentences/clip.ts';
import { count } from '../../../sentences/en/count.ts';
import { type Alike, alikeValue, guessValue, SOURCE } from '../../action-ids.ts';
import { actions, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { escapeText } from '../kit/text.ts';

export type SourceQuestion =
  | { ask: 'guess'; guess: ListedGuess }
  | { ask: 'alike'; alike: Alike; into: Counted; others: Counted[]; within: string | null };

interface Counted {
  id: string;
  name: string;
  leads: number;
}

/** What one click merges is all to be read beside it: the rest of a large group is asked afterwards. */
const MOST_IN_ONE = 10;

/** Guesses first: somebody’s leads have come under them. */
export function openQuestions(list: SourceList): SourceQuestion[] {
  const nameOf = new Map(list.sources.map(({ id, name }) => [id, name]));
  return [
    ...list.guesses.map((guess) => ({ ask: 'guess' as const, guess })),
    ...list.alikeSources.map((group) => alikeQuestion('source', group, null)),
    ...campaignQuestions(list, nameOf),
  ];
}

/** Of the campaigns of one source, or of none. */
export function questionsOf(list: SourceList, source: ListedSource['id'] | null): SourceQuestion[] {
  return campaignQuestions(
    { alikeCampaigns: list.alikeCampaigns.filter(({ into }) => into.sourceId === source) },
    new Map(),
  );
}

function campaignQuestions(
  { alikeCampaigns }: Pick<SourceList, 'alikeCampaigns'>,
  nameOf: ReadonlyMap<string, string>,
): SourceQuestion[] {
  return alikeCampaigns.map((group) =>
    alikeQuestion('campaign', group, (group.into.sourceId && nameOf.get(group.into.sourceId)) || null),
  );
}

function alikeQuestion(
  code: Alike['code'],
  { into, others: all }: AlikeGroup<ListedSource | ListedCampaign>,
  within: string | null,
): SourceQuestion {
  const others = all.slice(0, MOST_IN_ONE);
  const alike = { code, into: into.id, others: others.map(({ id }) => id) };
  return { ask: 'alike', alike, into, others, within };
}

export function questionBlocks(question: SourceQuestion): TangoBlock[] {
  return question.ask === 'guess' ? guessBlocks(question.guess) : alikeBlocks(question);
}

function guessBlocks({ key, text, leads, source }: ListedGuess): TangoBlock[] {
  const value = guessValue.encode({ sourceId: source.id, key });
  const [of, as] = [source.name, text].map((name) => escapeText(clip(name, 80)));
  const both = `${clip(text, 25)} and ${clip(source.name, 25)}`;
  return [
    section(`${count(leads, 'lead')} of *${of}* came again as “${as}”. Is that the same source?`),
    actions([
      button({ action: SOURCE.guessAccept, text: 'Yes, the same', label: `The same: ${both}`, value }),
      button({ action: SOURCE.guessDecline, text: 'No, another one', label: `Not the same: ${both}`, value }),
    ]),
  ];
}

type AlikeQuestion = Extract<SourceQuestion, { ask: 'alike' }>;

function alikeBlocks({ alike, into, others, within }: AlikeQuestion): TangoBlock[] {
  const value = alikeValue.encode(alike);
  const all = [into, ...others].map(({ name }) => clip(name, 20)).join(', ');
  const [last = '', ...before] = [
    `*${shown(into)}* (${count(into.leads, 'lead')})`,
    ...others.map((other) => `“${shown(other)}” (${count(other.leads, 'lead')})`),
  ].reverse();
  const place = within === null ? '' : `In ${escapeText(clip(within, 80))}: `;
  const isOne = others.length === 1;
  return [
    section(`${place}${before.reverse().join(', ')} and ${last} look the same.`),
    actions([
      button({ action: SOURCE.merge, text: 'Merge them', label: `Merge: ${all}`, value }),
      button({
        ...{ action: SOURCE.apart, value, text: isOne ? 'They are two' : 'All are different' },
        label: `Not the same: ${all}`,
      }),
      ...(isOne
        ? []
        : [button({ action: SOURCE.choose, text: 'Choose…', label: `Choose among: ${all}`, value })]),
    ]),
  ];
}

function shown({ name }: Counted): string {
  return escapeText(clip(name, 80));
}
