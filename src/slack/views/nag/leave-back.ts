/** To who is back from leave: what of theirs somebody else has moved meanwhile, and what still waits for them. */
import type { Lead } from '../../../domain/lead/lead.ts';
import { clip } from '../../../sentences/clip.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { sayRejectsOf, saySummed } from '../../../sentences/en/rejects.ts';
import { wanted } from '../insight/insight-words.ts';
import { context, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, link } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import type { OwedEntry } from '../promise/owed-digest.ts';
import { listedLead } from './lead-list.ts';

export interface PassedLead {
  lead: Lead;
  /** The move that took it off them. */
  said: string;
  /** Epoch ms. */
  at: number;
  /** To its card; null: it has none in Slack. */
  url: string | null;
}

interface BackScene {
  passed: readonly PassedLead[];
  /** What they owe, the first due first. */
  waiting: readonly (Pick<OwedEntry, 'promise' | 'thing'> & { url: string | null })[];
  timezone: string;
}

const MOST_LINES = 12;

/** "While you were away 2 of your leads moved on, 1 thing waits for you." */
export function leaveBack({ passed, waiting, timezone }: BackScene): MessageView {
  const text = summary(passed.length, waiting.length);
  const moved = passed.slice(-MOST_LINES).map(({ lead, said, at, url }) => {
    const words = `*${escapeText(clip(leadTitle(lead), 100))}* · ${readerTime(at, timezone)} · ${said}`;
    return section([words, url && link(url, 'Open')].filter(Boolean).join('  '));
  });
  const waits = waiting.slice(0, MOST_LINES).map((each) => section(waitingLine(each, timezone)));
  const rest = passed.length - moved.length + waiting.length - waits.length;
  const more = rest > 0 ? [context(`and ${rest} more: what waits is in Home`)] : [];
  const head = waits.length > 0 ? [section('*Still waiting for you*')] : [];
  return { text, blocks: [section(`*${text}*`), ...moved, ...head, ...waits, ...more] };
}

function summary(passed: number, waiting: number): string {
  const moved = passed === 1 ? '1 of your leads' : `${passed} of your leads`;
  const waits = waiting === 1 ? '1 thing waits' : `${waiting} things wait`;
  if (passed === 0 && waiting === 0) return 'You were away: nothing of what waited for you is left.';
  if (passed === 0) return `You were away: ${waits} for you.`;
  return `While you were away ${moved} moved on${waiting > 0 ? `, ${waits} for you` : ''}.`;
}

function waitingLine({ promise, thing, url }: BackScene['waiting'][number], timezone: string): string {
  if (thing.is === 'lead') return listedLead({ lead: thing.lead, promise, moved: null, url }, timezone);
  const title =
    thing.is === 'request'
      ? wanted(thing.request)
      : thing.is === 'rejects'
        ? `${sayRejectsOf(thing.summed)}: ${saySummed(thing.summed)}`
        : '';
  const words = `*${escapeText(clip(title, 150))}* · ${readerTime(promise.dueAt, timezone, 'promised by')}`;
  return url ? `${words} · ${link(url, 'Open')}` : words;
}
