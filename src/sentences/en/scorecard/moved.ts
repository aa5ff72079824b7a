import type { Entry, EntryNames, LeadEntry } from '../../../domain/scorecard/entries.ts';
import type { Moved, WeekMoved } from '../../../domain/scorecard/moved.ts';
import type { ShareState } from '../../../domain/scorecard/shares.ts';
import { type ToldMove, toldMoves } from '../../../domain/scorecard/told-moves.ts';
import { clip } from '../../clip.ts';
import type { Voice } from '../../voice.ts';
import { count } from '../count.ts';
import { leadTitle } from '../lead.ts';
import { sayWhatFor } from '../spend.ts';
import { sayExactFigure } from './figure.ts';
import { METRIC_WORDS } from './metrics.ts';

/** "Won: 0 → 3" */
export function sayMoved({ metric, before: published, now }: Moved): string {
  const [before, after] = [published, now].map(sayExactFigure);
  return `${METRIC_WORDS[metric].name}: ${before} → ${after}`;
}

export const NOTHING_MOVED = 'Nothing has changed since.';

type Names = { names: EntryNames; voice: Voice };

/** A line for each number: "Won: 2 → 5 (Pier Inns won, Cove Resorts won and 1 more)", and "and 12 more numbers". */
export function sayMoves(week: Pick<WeekMoved, 'moved' | 'entries'>, how: Names): string[] {
  const { moves, others } = toldMoves(week);
  const more = moves.length === 0 ? count(others, 'number') : `and ${count(others, 'more number')}`;
  return [...moves.map((move) => sayMove(move, how)), ...(others === 0 ? [] : [more])];
}

function sayMove(move: ToldMove, how: Names): string {
  const named = move.named.map((entry) => sayEntry(entry, how));
  if (named.length === 0) return sayMoved(move);
  const causes = move.others > 0 ? `${named.join(', ')} and ${move.others} more` : named.join(', ');
  return `${sayMoved(move)} (${causes})`;
}

const NAME_SHOWN = 40;

function sayEntry(entry: Entry, { names, voice }: Names): string {
  if (entry.kind === 'spend') {
    const spend = names.spend.get(entry.spend);
    return `${spend ? sayWhatFor(shortened(spend), voice) : 'an amount'} ${SPEND_WHY[entry.why]}`;
  }
  const lead = names.leads.get(entry.lead);
  const name = lead
    ? voice.text(clip(lead.company ?? leadTitle(lead), NAME_SHOWN))
    : 'a lead that is no more here';
  return `${name} ${entry.kind === 'deal' ? DEAL_WHY[entry.why] : leadWhy(entry)}`;
}

function shortened({ source, campaign, note }: Parameters<typeof sayWhatFor>[0]) {
  const short = (text: string | null) => text && clip(text, NAME_SHOWN);
  return { source: short(source), campaign: short(campaign), note: short(note) };
}

const SPEND_WHY = { recorded: 'entered', withdrawn: 'taken back or replaced', spread: 'spread otherwise' };

const DEAL_WHY = { booked: 'won', reopened: 'won no more', value: 'won for another amount' };

function leadWhy({ why, to }: LeadEntry): string {
  if (why === 'state') return to === null ? LEAD_WHY.gone : STATE_WORDS[to];
  return LEAD_WHY[why];
}

const LEAD_WHY: Record<Exclude<LeadEntry['why'], 'state'>, string> = {
  arrived: 'came in later',
  gone: 'belongs here no more',
  contact: 'contacted',
  claim: 'claimed',
  promise: 'kept or broke a promise',
  wait: 'waited',
  value: 'won for another amount',
  time: 'has another time',
};

const STATE_WORDS: Record<ShareState, string> = {
  new: 'open again',
  claimed: 'in work',
  qualified: 'qualified',
  rejected: 'rejected',
  resting: 'resting',
  returned: 'back with marketing',
  won: 'won',
  lost: 'lost',
  merged: 'merged',
  test: 'is a test',
  dropped: 'spam or a duplicate',
};
