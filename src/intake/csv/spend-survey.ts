import { type Days, joinDays } from '../../domain/money/overlap.ts';
import { nameKey } from '../../domain/source/fold.ts';
import { type SummableRow, sumRows } from '../../reading/amounts/sum-rows.ts';
import type { SpendInput } from '../../usecases/money/record-spend.ts';

interface Seen {
  line: number;
  row: SummableRow;
  whose: string;
  days: Days;
}

/** What a file of spend says as a whole, before any of it is recorded. */
export class SpendSurvey {
  readonly #rows: Seen[] = [];
  readonly #days = new Map<string, Days[]>();
  readonly #blanks = new Map<number, number>();
  readonly #sums = new Set<number>();
  readonly #notes: { line: number; note: string }[] = [];

  /** Answers whether the row calls itself a sum: "Total", "Grand total", "Total: Campaigns". */
  see(cells: readonly string[], line: number): boolean {
    this.#blanks.set(line, cells.filter(isBlank).length);
    const isTotal = /^((grand )?totals?|total: .*)$/i.test(cells[0] ?? '');
    if (isTotal) this.#sums.add(line);
    return isTotal;
  }

  add(input: SpendInput, line: number): void {
    const { side, source, campaign, note, from, to, amount } = input;
    const scope = [side, source ?? '', from, to, amount.currency].join('\n');
    const row = { key: campaign ?? note ?? '', scope, minor: amount.minor };
    this.#rows.push({ line, row, whose: whoseOf(input), days: { from, to } });
  }

  /** No row comes after it. */
  close(): void {
    this.#findSums();
    const counted = this.#rows.filter(({ line }) => !this.#sums.has(line));
    for (const [whose, rows] of Map.groupBy(counted, ({ whose }) => whose))
      this.#days.set(whose, joinDays(rows.map(({ days }) => days)));
    this.#rows.length = 0;
  }

  /** All that the file covers of the row's source and campaign. */
  daysOf(input: SpendInput): readonly Days[] {
    return this.#days.get(whoseOf(input)) ?? [];
  }

  isSum(line: number): boolean {
    return this.#sums.has(line);
  }

  doubtful(): readonly { line: number; note: string }[] {
    return this.#notes;
  }

  #findSums(): void {
    const { sums, doubtful } = sumRows(this.#rows.map(({ row }) => row));
    const named = new Set(this.#rows.flatMap(({ row }) => (isBlank(row.key) ? [] : row.scope)));
    for (const [at, { line, row }] of this.#rows.entries()) {
      if (!named.has(row.scope)) continue;
      if (sums.has(at) && (isBlank(row.key) || this.#isBarest(line))) this.#sums.add(line);
      else if (sums.has(at)) this.#note(line, 'comes to what all the other rows do, and has a name: counted');
      else if (doubtful.has(at)) this.#note(line, 'names no campaign and is no sum of the others: counted');
    }
  }

  /** A sum with a name is bare where the others are not: of a status, an id. */
  #isBarest(line: number): boolean {
    const own = this.#blanks.get(line) ?? 0;
    return this.#rows.every((other) => other.line === line || (this.#blanks.get(other.line) ?? 0) < own);
  }

  #note(line: number, note: string): void {
    this.#notes.push({ line, note });
  }
}

function isBlank(text: string): boolean {
  return /^[\s\p{Pd}.]*$/u.test(text);
}

function whoseOf({ side, source, campaign, campaignId, note }: SpendInput): string {
  return [side, ...[source, campaign, campaignId, note].map((name) => (name ? nameKey(name) : ''))].join(
    '\n',
  );
}
