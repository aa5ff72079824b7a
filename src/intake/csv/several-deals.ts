/** Several deals of one lead make one outcome together: each row by itself would only correct the one before. */
import { isDeepStrictEqual } from 'node:util';
import { type FileDeal, outcomeOf } from '../../domain/deal/deal.ts';
import type { ToldRow } from '../../domain/import/row-tally.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { majorUnits, moneyOf } from '../../domain/money/money.ts';
import { DEAL_OPEN_AGAIN, LEAD_GOES_ON } from '../../sentences/en/import.ts';
import type { Context } from '../../usecases/context.ts';
import { findLeadsOfDeals, loadFileDeals } from '../../usecases/deal/file-deals.ts';
import type { OutcomeInput } from '../../usecases/lead/record-outcomes.ts';
import type { WrittenOutcome } from '../schemas/outcome.ts';
import type { FitRow, SavedRow } from './row-kind.ts';

/** A deal as one row has it; of an open one only whose it is counts. */
export interface DealRow {
  line: number;
  told: Omit<WrittenOutcome, 'outcome'>;
  state: 'won' | 'lost' | 'open';
}

type Told<Key extends keyof WrittenOutcome> = { [Name in Key]: WrittenOutcome[Name] | undefined };

/** What the rows say of a deal itself: little, since it is kept of all rows of a file. */
type ToldDeal = Told<'dealId' | 'value' | 'currency' | 'at' | 'reason'> & Pick<DealRow, 'state'>;

interface Group {
  /** By the deal's id; without one, by what is said of it. */
  deals: Map<string, ToldDeal>;
  /** Of the first of its rows that was saved, which stands for all. */
  fate: SavedRow | null;
}

type DealEnd = Omit<FileDeal, 'id'>;

/** Few enough that a click between two parts hardly waits. */
const AT_ONCE = 512;

export class SeveralDeals {
  readonly #ctx: Context;
  /** ISO 4217, of amounts that name none. */
  readonly #currency: string;
  readonly #groups = new Map<LeadId, Group>();
  /** Of each row that is of a group. */
  readonly #leadOf = new Map<number, LeadId>();
  readonly #several = new Set<LeadId>();
  /** Rows of deals that an earlier file had as closed. */
  readonly reopened: ToldRow[] = [];

  constructor(ctx: Context, currency: string) {
    this.#ctx = ctx;
    this.#currency = currency;
  }

  /** Looks at all rows, before the first of them is taken: two deals are of one lead, however each of them names it. */
  async readAhead(rows: AsyncIterable<DealRow>): Promise<void> {
    const part: DealRow[] = [];
    for await (const row of rows) {
      part.push(row);
      if (part.length === AT_ONCE) await this.#group(part.splice(0));
    }
    await this.#group(part);
    // Alone and without an id, a deal is as the row says it.
    for (const [lead, { deals }] of this.#groups) {
      const [only, ...others] = deals.values();
      if (others.length === 0 && only?.dealId === undefined) this.#groups.delete(lead);
    }
  }

  async #group(rows: readonly DealRow[]): Promise<void> {
    const leads = await findLeadsOfDeals(
      this.#ctx,
      rows.map(({ told }) => told),
    );
    for (const [index, row] of rows.entries()) {
      const lead = leads[index] ?? null;
      if (lead === null) continue;
      const { state } = row;
      const { dealId, value, currency, at, reason } = row.told;
      const group = this.#groups.get(lead) ?? { deals: new Map<string, ToldDeal>(), fate: null };
      const deal = { state, dealId, value, currency, at, reason };
      group.deals.set(dealId ?? JSON.stringify([state, value, currency, at]), deal);
      this.#groups.set(lead, group);
      this.#leadOf.set(row.line, lead);
    }
    await this.#noteReopened(rows, leads);
  }

  /** An open deal says nothing of its lead; one that was closed before is told of. */
  async #noteReopened(rows: readonly DealRow[], leads: readonly (LeadId | null)[]): Promise<void> {
    const open = rows.flatMap(({ state, line, told: { dealId } }, index) => {
      const lead = leads[index] ?? null;
      return state === 'open' && dealId !== undefined && lead !== null ? [{ line, dealId, lead }] : [];
    });
    const before = await loadFileDeals(this.#ctx, [...new Set(open.map(({ lead }) => lead))]);
    for (const { line, dealId, lead } of open) {
      const known = before.get(lead)?.find(({ id }) => id === dealId);
      if (known && known.state !== 'open') this.reopened.push({ line, reason: DEAL_OPEN_AGAIN });
    }
  }

  /** How many leads have several. */
  get count(): number {
    return this.#several.size;
  }

  /** `act` hears each lead's outcome once, and answers one by one. */
  async each(
    rows: readonly FitRow<WrittenOutcome>[],
    act: (inputs: OutcomeInput[]) => Promise<SavedRow[]>,
  ): Promise<SavedRow[]> {
    const leads = rows.map(({ line }) => this.#leadOf.get(line) ?? null);
    const grouped = leads.flatMap((lead) => (lead !== null && this.#groups.has(lead) ? [lead] : []));
    const before = await loadFileDeals(this.#ctx, [...new Set(grouped)]);
    const inputs: OutcomeInput[] = [];
    const heard: { group: Group | null; at: number | null }[] = [];
    const first = new Set<Group>();
    for (const [index, { input }] of rows.entries()) {
      const lead = leads[index] ?? null;
      const group = (lead !== null && this.#groups.get(lead)) || null;
      const isTold = group !== null && (group.fate !== null || first.has(group));
      if (group) first.add(group);
      const outcome = isTold ? null : this.#outcomeOf({ lead, group, row: input, before });
      heard.push({ group, at: outcome ? inputs.push(outcome) - 1 : null });
      if (group && !isTold && !outcome) group.fate = { left: LEAD_GOES_ON };
    }
    const fates = inputs.length === 0 ? [] : await act(inputs);
    return heard.map(({ group, at }) => {
      const fate = at === null ? null : (fates[at] ?? null);
      if (group && fate) group.fate = fate;
      return fate ?? group?.fate ?? 'unchanged';
    });
  }

  /** With those that earlier files told of and this one does not. Null: one of them is still open, and none is won. */
  #outcomeOf({ lead, group, row, before }: Whose): OutcomeInput | null {
    if (lead === null || group === null) return row;
    const known = new Map(before.get(lead)?.map((deal) => [deal.id, deal]));
    const told = [...group.deals].map(([key, deal]) => [key, this.#endOf(deal, known.get(key))] as const);
    const all = new Map<string, DealEnd>([...known, ...told]);
    if (all.size > 1) this.#several.add(lead);
    const outcome = outcomeOf([...all.values()]);
    if (outcome === null || outcome === 'open') return null;
    const [only] = all.values();
    // Alone it is as it is told, be it a lost one with its value or a won one with a reason.
    const { value, reason } = all.size === 1 && only ? only : outcome;
    const { value: _, currency: __, reason: ___, ...whose } = row;
    return {
      ...{ ...whose, outcome: outcome.outcome, at: outcome.at },
      ...(value && { value: majorUnits(value), currency: value.currency }),
      ...(reason !== null && { reason }),
      deals: told.flatMap(([key, end]) => {
        const deal = group.deals.get(key)?.dealId === undefined ? null : { id: key, ...end };
        // What is told as it was is no new version.
        return deal && !isDeepStrictEqual(deal, known.get(key)) ? [deal] : [];
      }),
    };
  }

  /** What a file does not say of a deal stays as an earlier one had it; without a day it was closed when we heard of it first. */
  #endOf({ state, value, currency, at, reason }: ToldDeal, earlier: FileDeal | undefined): DealEnd {
    const known = earlier?.state === state ? earlier : null;
    return {
      ...{ state, at: at ?? known?.at ?? this.#ctx.clock.now(), reason: reason ?? known?.reason ?? null },
      value: value === undefined ? (known?.value ?? null) : moneyOf(value, currency ?? this.#currency),
    };
  }
}

interface Whose {
  /** Null: nobody's whom we know. */
  lead: LeadId | null;
  group: Group | null;
  row: WrittenOutcome;
  before: ReadonlyMap<LeadId, readonly FileDeal[]>;
}
