/** Two messages of the day: to a person what is beyond the cap, to a manager what passed its promise. Edited in place as more comes. */
import type { Lead } from '../../../domain/lead/lead.ts';
import type { PromiseName } from '../../../domain/promise.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { clip } from '../../../sentences/clip.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { context, section, type TangoBlock } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { leadMenu } from '../lead/lead-buttons.ts';

export interface DigestEntry {
  lead: Lead;
  promise: PromiseName;
  /** Since when its promise runs. */
  since: number;
}

export interface DigestScene {
  entries: readonly DigestEntry[];
  timezone: string;
}

/** "3 more leads wait for you: see Home." */
export function nagDigest(scene: DigestScene): MessageView {
  const { length } = scene.entries;
  const sentence =
    length === 1 ? '1 more lead waits for you: see Home.' : `${length} more leads wait for you: see Home.`;
  return { text: sentence, blocks: [section(sentence), ...lines(scene, false)] };
}

/** "4 leads passed their promise today: 2 unclaimed (Webinar), 2 without contact (@ben is on leave: hand over?)." */
export function managerDigest(scene: DigestScene & { away: ReadonlySet<PersonId> }): MessageView {
  const { entries, away } = scene;
  const groups = GROUPS.map(([promise, words]) => {
    const some = entries.filter((entry) => entry.promise === promise).map(({ lead }) => lead);
    return some.length > 0 && `${some.length} ${words}${hint(promise, some, away)}`;
  });
  const many =
    entries.length === 1 ? '1 lead passed its promise' : `${entries.length} leads passed their promise`;
  const sentence = `${many} today: ${groups.filter(Boolean).join(', ')}.`;
  return { text: sentence, blocks: [section(sentence), ...lines(scene, true)] };
}

const GROUPS: readonly [PromiseName, string][] = [
  ['claim', 'unclaimed'],
  ['contact', 'without contact'],
  ['verdict', 'without a verdict'],
];

const MOST_NAMES = 4;

function hint(promise: PromiseName, leads: readonly Lead[], away: ReadonlySet<PersonId>): string {
  if (promise === 'claim')
    return inBrackets(leads.map(({ source }) => escapeText(clip(source ?? 'no source', 60))));
  const owners = [...new Set(leads.flatMap(({ owner }) => owner ?? []))];
  return inBrackets(
    owners.map((id) => (away.has(id) ? `${person(id)} is on leave: hand over?` : person(id))),
  );
}

function inBrackets(names: readonly string[]): string {
  const different = [...new Set(names)];
  const more = different.length > MOST_NAMES ? ', …' : '';
  return different.length > 0 ? ` (${different.slice(0, MOST_NAMES).join(', ')}${more})` : '';
}

const MOST_LINES = 10;

/** Each with its menu: a manager hands over right here. */
function lines({ entries, timezone }: DigestScene, namesOwner: boolean): TangoBlock[] {
  const shown = entries.slice(0, MOST_LINES).map(({ lead, since }) => {
    const owner = namesOwner && lead.owner ? ` · ${person(lead.owner)}` : '';
    const text = `*${escapeText(clip(leadTitle(lead), 100))}*${owner} · ${readerTime(since, timezone, 'since')}`;
    return section(text, { accessory: leadMenu(lead) });
  });
  const rest = entries.length - shown.length;
  return rest > 0 ? [...shown, context(`and ${rest} more`)] : shown;
}
