import type { Change } from '../rejects/rejects.ts';
import type { PersonId } from '../team/actor.ts';

/** What marketing has answered to what was rejected of a campaign: in the scorecard of the week of the answer, and in that of four weeks later. */
export interface AnsweredRejects {
  source: string | null;
  /** Null: leads of the source without a campaign. */
  campaign: string | null;
  /** The reason that most of them were rejected for, when they were answered. */
  reason: string;
  label: string;
  /** Rejected for it, and of how many in all. */
  leads: number;
  of: number;
  change: Change;
  sentence: string;
  by: PersonId;
  /** Epoch ms. */
  at: number;
  /** What became of the reason since; null: it is too early to tell. */
  since: ReasonShare | null;
}

/** Leads of the campaign by their arrival, and those of them that were rejected for the reason. */
export interface ReasonShare {
  before: { part: number; of: number };
  after: { part: number; of: number };
}

/** So many weeks after its answer the reason is looked at again; the share before is that of as many weeks before. */
export const LOOKED_AT_AFTER = 4;

/** Rejects that nobody has answered in time. */
export interface UnansweredRejects {
  /** The campaign, or the source; null: neither is known. */
  of: string | null;
  leads: number;
}
