/** Several deals of one lead in a file make one outcome together: each row by itself would only correct the one before. */
import { outcomeOf } from '../../domain/deal/deal.ts';
import { majorUnits, moneyOf } from '../../domain/money/money.ts';
import { LEAD_GOES_ON } from '../../sentences/en/import.ts';
import type { WrittenOutcome } from '../schemas/outcome.ts';
import type { FitRow, SavedRow } from './row-kind.ts';

/** A deal as one row has it; of an open one only whose it is counts. */
export interface DealRow {
  told: Omit<WrittenOutcome, 'outcome'>;
  state: 'won' | 'lost' | 'open';
}

interface Group {
  /** By the deal's id; without one, by what is said of it. */
  deals: Map<string, DealRow>;
  /** Of the first of its rows that was saved, which stands for all. */
  fate: SavedRow | null;
}

interface Assumed {
  /** ISO 4217, of amounts that name none. */
  currency: string;
  now: number;
}

export class SeveralDeals {
  readonly #assumed: Assumed;
  #groups = new Map<string, Group>();

  constructor(assumed: Assumed) {
    this.#assumed = assumed;
  }

  /** Looks at all rows, before the first of them is taken. */
  async readAhead(rows: AsyncIterable<DealRow>): Promise<void> {
    for await (const row of rows) {
      const key = keyOf(row.told);
      const { dealId, value, currency, at } = row.told;
      const group = this.#groups.get(key) ?? { deals: new Map<string, DealRow>(), fate: null };
      group.deals.set(dealId ?? JSON.stringify([row.state, value, currency, at]), row);
      this.#groups.set(key, group);
    }
    this.#groups = new Map([...this.#groups].filter(([, { deals }]) => deals.size > 1));
  }

  /** How many leads have several. */
  get count(): number {
    return this.#groups.size;
  }

  /** `act` hears each lead's outcome once, and answers one by one. */
  async each(
    rows: readonly FitRow<WrittenOutcome>[],
    act: (inputs: WrittenOutcome[]) => Promise<SavedRow[]>,
  ): Promise<SavedRow[]> {
    const inputs: WrittenOutcome[] = [];
    const heard: { group: Group | null; at: number | null }[] = [];
    const first = new Set<Group>();
    for (const { input } of rows) {
      const group = this.#groups.get(keyOf(input)) ?? null;
      const isTold = group !== null && (group.fate !== null || first.has(group));
      if (group) first.add(group);
      const outcome = isTold ? null : group ? this.#together(group, input) : input;
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

  /** Null: one of them is still open, and none is won. */
  #together({ deals }: Group, row: WrittenOutcome): WrittenOutcome | null {
    const { currency: ours, now } = this.#assumed;
    const ends = [...deals.values()].map(({ state, told: { value, currency, at, reason } }) => ({
      ...{ state, at: at ?? now, reason: reason ?? null },
      value: value === undefined ? null : moneyOf(value, currency ?? ours),
    }));
    const told = outcomeOf(ends);
    if (told === null || told === 'open') return null;
    const { value: _, currency: __, reason: ___, ...whose } = row;
    return {
      ...{ ...whose, outcome: told.outcome, at: told.at },
      ...(told.value && { value: majorUnits(told.value), currency: told.value.currency }),
      ...(told.reason !== null && { reason: told.reason }),
    };
  }
}

/** As the file names whose it is. */
function keyOf({ leadId, externalId, source, email, website }: DealRow['told']): string {
  const id = leadId ?? externalId;
  if (id !== undefined) return JSON.stringify([leadId, externalId, source]);
  return JSON.stringify([email?.toLowerCase(), website?.toLowerCase()]);
}
