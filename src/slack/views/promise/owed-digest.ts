/** The message of the day to one person: what they owe, what they wait for, what they are told as a manager. Edited as it is done. */
import type { Lead } from '../../../domain/lead/lead.ts';
import { isChasedOnCard } from '../../../domain/nag/ladder.ts';
import type { TeamPromise } from '../../../domain/promise/promise.ts';
import { personOf } from '../../../domain/promise/promise.ts';
import type { PromisedThing } from '../../../domain/promise/thing.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { workingTime } from '../../../domain/time/working-time.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayDuration } from '../../../sentences/en/duration.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { PROMISE_WORDS } from '../../../sentences/en/promise.ts';
import { sayRejectsOf, saySummed } from '../../../sentences/en/rejects.ts';
import { sayStoryTitle } from '../../../sentences/en/story.ts';
import { sayWorkingTime } from '../../../sentences/en/working-time.ts';
import { INSIGHT, LEAD, STORY } from '../../action-ids.ts';
import { wanted } from '../insight/insight-words.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, link, person } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { leadMenu } from '../lead/lead-buttons.ts';
import { LACKS } from '../nag/lead-list.ts';
import { answerButtons } from '../rejects/rejects-message.ts';

export interface OwedEntry {
  promise: TeamPromise;
  thing: PromisedThing;
  /** To its card; null: it has none in Slack. */
  url: string | null;
  /** Whoever has the lead is on leave. */
  isAway: boolean;
  /** The reader is one of those who owe it. */
  isTheirs: boolean;
}

interface OwedScene {
  /** At most `MOST_OWED` of them. */
  entries: readonly OwedEntry[];
  /** Leads past their promise; other things that the reader owes; and those that others do. */
  late: number;
  theirs: number;
  others: number;
  timezone: string;
  now: number;
}

/** Each is a block or two. */
export const MOST_OWED = 12;

/** "3 leads have waited past their promise and 2 things wait for you." */
export function owedDigest(scene: OwedScene): MessageView {
  const { entries, late, theirs, others } = scene;
  const text = summary(scene);
  const shown = entries.flatMap((entry) => entryBlocks(entry, scene));
  const rest = late + theirs + others - entries.length;
  const more = rest > 0 ? [context(`and ${rest} more: see Home`)] : [];
  return { text, blocks: [section(`*${text}*`), ...shown, ...more] };
}

/** Once nothing of it is left: a message that was posted stays, and says so. */
export function nothingOwed(): MessageView {
  const text = 'All that waited here is done.';
  return { text, blocks: [section(text)] };
}

function summary({ late, theirs, others }: OwedScene): string {
  const leads = late === 1 ? '1 lead has' : `${late} leads have`;
  const parts = [
    ...(late > 0 ? [`${leads} waited past ${late === 1 ? 'its' : 'their'} promise`] : []),
    ...(theirs > 0 ? [`${things(theirs)} for you`] : []),
    ...(others > 0 ? [`${things(others)} for others`] : []),
  ];
  return `${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)}.`;
}

function things(count: number): string {
  return count === 1 ? '1 thing waits' : `${count} things wait`;
}

function entryBlocks(entry: OwedEntry, { timezone, now }: OwedScene): TangoBlock[] {
  const { promise, thing, isTheirs } = entry;
  if (thing.is === 'lead' && isChasedOnCard(promise.kind)) return [lateLead({ ...entry, ...thing }, now)];
  const { kind, dueAt, startedAt, target, calendar, owedBy } = promise;
  const promised = sayWorkingTime(workingTime(target, calendar));
  const due = readerTime(dueAt, timezone, dueAt > now ? 'is' : 'was');
  const who = isTheirs ? '' : ` · owed by ${saysWho(personOf(owedBy), owedBy)}`;
  const since = readerTime(startedAt, timezone, 'since');
  const words = `*${escapeText(clip(plainTitle(thing), 150))}* ${PROMISE_WORDS[kind].waits} ${since}; we said ${promised}, that ${due}${who}`;
  const buttons = isTheirs ? buttonsOf(promise, thing) : [];
  return buttons.length > 0 ? [section(words), actions(buttons)] : [section(words)];
}

/** "*Noor Marin*, Granite Hotels · @ana, no first contact · 9 days · Open", with hand-over and the rest in its menu. */
function lateLead({ lead, promise, url, isAway }: Late, now: number): TangoBlock {
  const away = isAway ? ' (on leave)' : '';
  const who = lead.owner ? `${person(lead.owner)}${away}` : 'nobody';
  const lacks = LACKS[promise.kind];
  const words = [
    `*${escapeText(clip(leadTitle(lead), 100))}*`,
    lacks ? `${who}, ${lacks}` : who,
    `${sayDuration(now - promise.startedAt)}, promised in ${sayWorkingTime(workingTime(promise.target, promise.calendar))}`,
    url && link(url, 'Open'),
  ];
  return section(words.filter(Boolean).join(' · '), { accessory: leadMenu(lead, now) });
}

type Late = Pick<OwedEntry, 'promise' | 'url' | 'isAway'> & { lead: Lead };

function saysWho(id: PersonId | null, side: string): string {
  return id ? person(id) : side;
}

function plainTitle(thing: PromisedThing): string {
  switch (thing.is) {
    case 'lead':
      return leadTitle(thing.lead);
    case 'story':
      return sayStoryTitle(thing.story);
    case 'request':
      return wanted(thing.request);
    case 'rejects':
      return `${sayRejectsOf(thing.summed)}: ${saySummed(thing.summed)}`;
    default:
      return thing satisfies never;
  }
}

/** What can be done about it right here; for a kind without any the sentence is enough. */
function buttonsOf({ kind, about }: TeamPromise, thing: PromisedThing) {
  if (kind === 'mend') return [button({ action: LEAD.mend, text: 'Mend', value: about })];
  if (kind === 'answer') return [button({ action: INSIGHT.tell, text: 'Tell the story', value: about })];
  if (kind === 'answer_rejects') return answerButtons(about);
  if (kind !== 'decide' || thing.is !== 'story' || thing.story.state !== 'told') return [];
  return [
    button({ action: STORY.accept, text: 'Accept', value: about }),
    button({ action: STORY.askBack, text: 'Ask back', value: about }),
    button({ action: STORY.decline, text: 'Decline', value: about }),
  ];
}
