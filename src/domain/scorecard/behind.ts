/** What is behind a number: each lead, amount or deal that it is made of, and what each adds. Their sum is the number. */
import type { Lead } from '../lead/lead.ts';
import type { LedgerEntry } from '../money/ledger.ts';
import type { Week } from '../time/week.ts';
import { type Added, addedTo, type Entry, entriesBetween } from './entries.ts';
import type { Figure } from './figure.ts';
import { METRICS, type MetricId } from './metrics.ts';
import type { Shares } from './shares.ts';

export interface Behind {
  entry: Entry;
  added: Added;
}

export interface BehindAsked {
  week: Week;
  metric: MetricId;
  /** From 0. */
  page: number;
}

export type BehindRow = { added: Added } & (
  | { is: 'lead'; lead: Lead; url: string | null; reasonLabel: string | null }
  | { is: 'amount'; amount: LedgerEntry }
);

/** A page of it, as one person may see it. */
export interface BehindScene extends BehindAsked {
  figure: Figure | null;
  rows: BehindRow[];
  count: number;
  offset: number;
  pages: number;
  timezone: string;
  currency: string;
  /** Epoch ms. */
  now: number;
}

const NOTHING: Shares = { leads: new Map(), spend: new Map(), deals: new Map() };

/** What counts in the denominator alone first, for that is what a rate is asked about: who was not contacted in time. Of amounts the largest first. */
export function behind(metric: MetricId, shares: Shares): Behind[] {
  const rows = entriesBetween(NOTHING, shares).flatMap((entry): Behind[] => {
    const added = addedTo(METRICS[metric], entry);
    return added ? [{ entry, added }] : [];
  });
  const isRate = METRICS[metric].formula.kind === 'rate';
  return rows.sort((a, b) => (isRate ? a.added.part - b.added.part : b.added.part - a.added.part));
}
