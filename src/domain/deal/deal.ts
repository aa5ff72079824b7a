/**
 * A deal of a CRM's: what it is worth, how it ended, and of which lead it is.
 *
 * Open, won or lost as the stage of its pipeline says, and back again: whatever the CRM says last is so. Several may be of one lead: it is won with the
 * first that is won, and worth what all that are won are worth; it is lost when all of them are.
 * The same vendor and id are the same deal.
 *
 * Of what files tell each import keeps its own version: the last one counts, until it is taken back. Where it has a deal at another lead than an earlier
 * one, the deal is of that lead from then on.
 *
 * Told by intake/fetch and intake/csv, recorded by usecases/deal and usecases/lead/record-outcomes, stored by store/deal.
 */
import type { Outcome } from '../lead/close.ts';
import type { LeadId } from '../lead/lead.ts';
import type { Money } from '../money/money.ts';

export interface Deal {
  vendor: 'hubspot';
  /** With the vendor's account. */
  id: string;
  leadId: LeadId;
  state: 'won' | 'lost' | 'open';
  value: Money | null;
  /** When it was closed, epoch ms; of an open one when we heard of it. */
  at: number;
  reason: string | null;
}

/** As a file tells of it, whose CRM nobody names. */
export type FileDeal = Omit<Deal, 'vendor' | 'leadId'>;

/**
 * Whether a deal that a file has at one lead is that of the same id which an earlier file had at another one. Two CRMs may count alike: another day and
 * another value are another deal.
 */
export function isSameDeal(
  earlier: Pick<FileDeal, 'at' | 'value'>,
  told: { at: number | null; value: Money | null },
): boolean {
  const isOtherDay = told.at !== null && told.at !== earlier.at;
  const { value } = told;
  const isOtherValue =
    value !== null &&
    earlier.value !== null &&
    (value.minor !== earlier.value.minor || value.currency !== earlier.value.currency);
  return !(isOtherDay && isOtherValue);
}

/** All of a deal that counts for its lead. */
type DealEnd = Pick<Deal, 'state' | 'value' | 'at' | 'reason'>;

/** What they make of their lead; `open`: it goes on; null: there is none. */
export function outcomeOf(deals: readonly DealEnd[]): Outcome | 'open' | null {
  const won = deals.filter(({ state }) => state === 'won').toSorted((a, b) => a.at - b.at);
  const [first] = won;
  if (first) return { outcome: 'won', value: sumOf(won), at: first.at, reason: null };
  if (deals.some(({ state }) => state === 'open')) return 'open';
  const last = deals.toSorted((a, b) => a.at - b.at).at(-1);
  return last ? { outcome: 'lost', value: null, at: last.at, reason: last.reason } : null;
}

/** Amounts are never added across currencies: those of the first that names one count. */
function sumOf(won: readonly DealEnd[]): Money | null {
  const values = won.flatMap(({ value }) => value ?? []);
  const [first] = values;
  if (!first) return null;
  const same = values.filter(({ currency }) => currency === first.currency);
  return { minor: same.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency };
}
