import type { Figure } from './figure.ts';
import type { MetricId } from './metrics.ts';

/** What is off track, in figures; its words are in sentences/. The source, the label and the campaign are words from outside. */
export type AgendaPoint =
  /** The source on which most was spent, in minor units of the team's currency, and how many others there are like it. */
  | {
      code: 'money_without_leads';
      source: string;
      minor: number;
      currency: string;
      leads: number;
      others: number;
    }
  | { code: 'no_source'; leads: number; of: number }
  | { code: 'unclaimed'; leads: number }
  | { code: 'contact_late'; part: number; of: number }
  | { code: 'other_reason'; leads: number; of: number }
  /** `reason`: its code; null in those that an earlier version published. */
  | {
      code: 'one_reason';
      leads: number;
      of: number;
      reason: string | null;
      label: string;
      campaign: string | null;
    }
  | { code: 'worst_movement'; metric: MetricId; now: Figure; average: Figure }
  /** What was recorded, in minor units; null: nothing. */
  | { code: 'no_spend'; minor: number | null; currency: string }
  /** Since when the longest silent brings no lead, YYYY-MM-DD; null: it does again. And how many others there are like it. */
  | { code: 'silent_source'; source: string; since: string | null; others: number }
  /** Of the campaign, or the source, of which most was rejected without an answer in time, and how many others there are like it. */
  | { code: 'rejects_unanswered'; of: string | null; leads: number; others: number }
  /** Published by an earlier version. */
  | { code: 'in_words'; text: string };
