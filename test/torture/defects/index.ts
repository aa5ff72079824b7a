/**
 * Defects built in on purpose: a judge who does not find these would not find others. Each wraps something that the bot works with, from
 * outside: its calls to Slack, its transactions, the requests that reach it. The bot itself has no switch for any of them.
 */
import type { Running } from '../../../src/start.ts';
import { oldCards, postingTwice, sayingTwice, sendingNothing } from './calls.ts';
import { forgettingClicks } from './requests.ts';
import { acknowledgingEarly, droppingLeads, losingAnnouncements, writingRowsTwice } from './rows.ts';
import { onTransactions } from './transactions.ts';

interface BuiltIn {
  /** Before the bot is there. */
  before?: () => void;
  after?: (bot: Running) => void;
}

const DEFECTS = {
  /** A lead that was confirmed is gone. */
  drops_lead: { after: onTransactions(droppingLeads) },
  /** A lead is written down twice. */
  writes_twice: { after: onTransactions(writingRowsTwice) },
  /** Confirmed, and then not committed. */
  acknowledges_early: { after: onTransactions(acknowledgingEarly) },
  /** Committed without what it should announce. */
  loses_announcement: { after: onTransactions(losingAnnouncements) },
  /** Acknowledged, and nothing done. */
  forgets_click: { before: forgettingClicks },
  /** The same message again. */
  posts_twice: { before: postingTwice },
  /** What is said once is said again, under another id. */
  says_twice: { before: sayingTwice },
  /** Taken for sent. */
  sends_nothing: { before: sendingNothing },
  /** A card stays as it was. */
  shows_old_card: { before: oldCards },
} satisfies Record<string, BuiltIn>;

export type Defect = keyof typeof DEFECTS;

export const DEFECT_NAMES = Object.keys(DEFECTS) as Defect[];

export function builtIn(defect: Defect | undefined): BuiltIn {
  return defect ? DEFECTS[defect] : {};
}
