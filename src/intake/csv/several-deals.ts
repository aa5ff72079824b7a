/** Several deals of one lead make one outcome together: each row by itself would only correct the one before. */
import { isDeepStrictEqual } from 'node:util';
import { type FileDeal, isSameDeal, outcomeOf } from '../../domain/deal/deal.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { type Money, majorUnits, moneyOf } from '../../domain/money/money.ts';
import {
  DEAL_MOVED,
  DEAL_OPEN_AGAIN,
  DEAL_OTHER,
  DEAL_STAYS,
  FORMER_STAYS,
  LEAD_GOES_ON,
} from '../../sentences/en/import.ts';
import type { Context } from '../../usecases/context.ts';
import { findLeadsOfDeals, loadFileDeals, loadLeadsOfFileDeals } from '../../usecases/deal/file-deals.ts';
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
  /** Ids of deals that are of other leads by this file. */
  gone: Set<string>;
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
  /** The lead that a deal was of before, by the row that has it elsewhere. */
  readonly #formerOf = new Map<number, LeadId>();
  /** By the deal's id, of this file: its lead, and the row that said so. */
  readonly #placeOf = new Map<string, { lead: LeadId; line: number }>();
  readonly #several = new Set<LeadId>();
  /** What is told of a row once it is taken. */
  readonly #notes = new Map<number, readonly string[]>();
  /** Rows of open deals that say something new of their leads. */
  readonly #opened = new Map<number, DealRow['told']>();

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
    for (const [lead, { deals, gone }] of this.#groups) {
      const [only, ...others] = deals.values();
      if (gone.size + others.length === 0 && only?.dealId === undefined) this.#groups.delete(lead);
    }
    this.#placeOf.clear();
  }

  async #group(rows: readonly DealRow[]): Promise<void> {
    const leads = await findLeadsOfDeals(
      this.#ctx,
      rows.map(({ told }) => told),
    );
    const elsewhere = await this.#findElsewhere(rows);
    const here = leads.filter((lead) => lead !== null);
    const before = await loadFileDeals(this.#ctx, [...new Set([...here, ...elsewhere.leads])]);
    for (const [index, row] of rows.entries()) {
      const lead = leads[index] ?? null;
      if (lead === null) continue;
      const { state } = row;
      const { dealId, value, currency, at, reason } = row.told;
      const deal = { state, dealId, value, currency, at, reason };
      this.#groupOf(lead).deals.set(dealId ?? JSON.stringify([state, value, currency, at]), deal);
      this.#leadOf.set(row.line, lead);
      if (dealId !== undefined)
        this.#move(row.line, { lead, id: dealId, deal, before, leads: elsewhere.of(dealId) });
      if (state === 'open' && dealId !== undefined) this.#noteOpen(row, before.get(lead), dealId);
    }
  }

  #groupOf(lead: LeadId): Group {
    const group = this.#groups.get(lead) ?? { deals: new Map(), gone: new Set(), fate: null };
    this.#groups.set(lead, group);
    return group;
  }

  async #findElsewhere(rows: readonly DealRow[]) {
    const ids = new Set(rows.flatMap(({ told: { dealId } }) => dealId ?? []));
    const found = await loadLeadsOfFileDeals(this.#ctx, [...ids]);
    return {
      leads: [...found.values()].flatMap((leads) => [...leads]),
      of: (id: string) => [...(found.get(id) ?? [])],
    };
  }

  /** A deal is one, and of the lead that its last row names. */
  #move(line: number, { lead, id, deal, before, leads }: Placed): void {
    const place = this.#placeOf.get(id);
    if (place && place.lead !== lead) {
      this.#groupOf(place.lead).deals.delete(id);
      this.#groupOf(place.lead).gone.add(id);
      this.#note(place.line, DEAL_MOVED);
    }
    this.#placeOf.set(id, { lead, line });
    this.#groupOf(lead).gone.delete(id);
    for (const other of leads.filter((each) => each !== lead)) {
      const known = before.get(other)?.find((each) => each.id === id);
      if (!known) continue;
      if (!isSameDeal(known, { at: deal.at ?? null, value: this.#valueOf(deal) })) {
        this.#note(line, DEAL_OTHER);
        continue;
      }
      this.#groupOf(other).gone.add(id);
      this.#formerOf.set(line, other);
      this.#note(line, DEAL_MOVED);
      if (deal.state === 'open') this.#opened.set(line, { dealId: id });
    }
  }

  /** An open deal is news where it was closed before, or where all others of its lead that we know of are. */
  #noteOpen({ line, told }: DealRow, known: readonly FileDeal[] = [], id: string): void {
    const same = known.find((deal) => deal.id === id);
    const isNews = same ? same.state !== 'open' : known.some(({ state }) => state !== 'open');
    if (isNews) this.#opened.set(line, told);
    if (same && isNews) this.#note(line, DEAL_OPEN_AGAIN);
  }

  /** What an open deal says that is news of its lead; null: nothing. */
  newsOf(line: number): DealRow['told'] | null {
    return this.#opened.get(line) ?? null;
  }

  /** What the whole file tells of a row. */
  notesOf(line: number): readonly string[] {
    return this.#notes.get(line) ?? [];
  }

  #note(line: number, note: string): void {
    const notes = this.#notes.get(line) ?? [];
    if (!notes.includes(note)) this.#notes.set(line, [...notes, note]);
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
    const asked = rows.map(({ line }) => ({
      own: this.#groupIn(this.#leadOf.get(line)),
      former: this.#groupIn(this.#formerOf.get(line)),
    }));
    const grouped = asked.flatMap(({ own, former }) => [
      ...(own ? [own.lead] : []),
      ...(former ? [former.lead] : []),
    ]);
    const before = await loadFileDeals(this.#ctx, [...new Set(grouped)]);
    const inputs: OutcomeInput[] = [];
    const heard = new Map<Group, number>();
    const hear = ({ lead, group }: Grouped) => {
      if (group.fate !== null || heard.has(group)) return;
      const outcome = this.#outcomeOf(lead, group, before.get(lead));
      if (outcome) heard.set(group, inputs.push(outcome) - 1);
      else group.fate = group.deals.size === 0 ? 'unchanged' : { left: LEAD_GOES_ON };
    };
    const alone = asked.map(({ own, former }, index) => {
      if (former) hear(former);
      if (own) hear(own);
      const input = rows[index]?.input;
      return own || !input ? null : inputs.push(input) - 1;
    });
    const fates = inputs.length === 0 ? [] : await act(inputs);
    for (const [group, at] of heard) group.fate = fates[at] ?? null;
    return asked.map(({ own, former }, index) => {
      const at = alone[index] ?? null;
      const fate = at === null ? own?.group.fate : fates[at];
      const line = rows[index]?.line ?? 0;
      if (isStaying(former?.group.fate)) this.#note(line, FORMER_STAYS);
      return fateWith(fate ?? 'unchanged', former?.group.fate ?? null);
    });
  }

  #groupIn(lead: LeadId | undefined): Grouped | null {
    const group = lead === undefined ? undefined : this.#groups.get(lead);
    return lead === undefined || !group ? null : { lead, group };
  }

  /** With those that earlier files told of and this one does not. Null: one of them is still open, none is won, and none had been closed. */
  #outcomeOf(lead: LeadId, group: Group, earlier: readonly FileDeal[] = []): OutcomeInput | null {
    const known = new Map(earlier.map((deal) => [deal.id, deal]));
    const told = [...group.deals].map(([key, deal]) => [key, this.#endOf(deal, known.get(key))] as const);
    const gone = [...group.gone].filter((id) => known.has(id));
    const all = new Map<string, DealEnd>([...known, ...told]);
    for (const id of gone) all.delete(id);
    if (all.size > 1) this.#several.add(lead);
    const kept = {
      leadId: lead,
      gone,
      deals: told.flatMap(([key, end]) => {
        const deal = group.deals.get(key)?.dealId === undefined ? null : { id: key, ...end };
        // What is told as it was is no new version.
        return deal && !isDeepStrictEqual(deal, known.get(key)) ? [deal] : [];
      }),
    };
    const outcome = outcomeOf([...all.values()]);
    if (outcome === null || outcome === 'open') {
      const wasClosed = earlier.some(({ state }) => state !== 'open');
      return wasClosed ? { ...kept, outcome: 'open' } : null;
    }
    const [only] = all.values();
    // Alone it is as it is told, be it a lost one with its value or a won one with a reason.
    const { value, reason } = all.size === 1 && only ? only : outcome;
    return {
      ...kept,
      ...{ outcome: outcome.outcome, at: outcome.at },
      ...(value && { value: majorUnits(value), currency: value.currency }),
      ...(reason !== null && { reason }),
    };
  }

  /** What a file does not say of a deal stays as an earlier one had it; without a day it was closed when we heard of it first. */
  #endOf(told: ToldDeal, earlier: FileDeal | undefined): DealEnd {
    const { state, at, reason } = told;
    const known = earlier?.state === state ? earlier : null;
    return {
      ...{ state, at: at ?? known?.at ?? this.#ctx.clock.now(), reason: reason ?? known?.reason ?? null },
      value: this.#valueOf(told) ?? known?.value ?? null,
    };
  }

  #valueOf({ value, currency }: ToldDeal): Money | null {
    return value === undefined ? null : moneyOf(value, currency ?? this.#currency);
  }
}

/** What became of the lead that a deal was of before is news of its row as well. */
function fateWith(own: SavedRow, former: SavedRow | null): SavedRow {
  if (own === 'taken' || own === 'updated') return own;
  return former === 'taken' || former === 'updated' ? 'updated' : own;
}

function isStaying(fate: SavedRow | null | undefined): boolean {
  return typeof fate === 'object' && fate !== null && 'left' in fate && fate.left === DEAL_STAYS;
}

interface Grouped {
  lead: LeadId;
  group: Group;
}

interface Placed {
  lead: LeadId;
  id: string;
  deal: ToldDeal;
  before: ReadonlyMap<LeadId, readonly FileDeal[]>;
  /** At which earlier files had it. */
  leads: readonly LeadId[];
}
