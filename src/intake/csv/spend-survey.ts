import type { ToldRow } from '../../domain/import/row-tally.ts';
import { type Days, joinDays } from '../../domain/money/overlap.ts';
import { nameKey } from '../../domain/source/fold.ts';
import { isAboutNothing, sumRows } from '../../reading/amounts/sum-rows.ts';
import { callsItselfSum } from '../../reading/words/sum-words.ts';
import type { SpendInput } from '../../usecases/money/record-spend.ts';

interface Seen {
  line: number;
  /** What the row is about: the campaign or what it was for, or the source where the file names neither. */
  key: string;
  /** Side and currency. */
  side: string;
  /** Whose days they are. */
  whose: string;
  source: string;
  days: Days;
  minor: number;
}

/** What a file of spend says as a whole, before any of it is recorded. */
export class SpendSurvey {
  readonly #rows: Seen[] = [];
  readonly #days = new Map<string, Days[]>();
  readonly #blanks = new Map<number, number>();
  readonly #called = new Set<number>();
  readonly #undated: { line: number; spend: SpendInput | null }[] = [];
  readonly #sums = new Set<number>();
  readonly #notes: ToldRow[] = [];
  /** Whether the file names campaigns, or what its amounts were for. */
  hasNames = true;
  /** How many columns its header has. */
  width = 1;
  #lastDay: string | null = null;

  see(cells: readonly string[], line: number): void {
    // A line below the table: whose report it is, its copyright.
    if (cells.length === 1 && this.width > 2) this.#sums.add(line);
    this.#blanks.set(line, cells.filter(isAboutNothing).length);
    if (callsItselfSum(cells.find((cell) => !isAboutNothing(cell)) ?? '')) this.#called.add(line);
  }

  add(input: SpendInput, line: number): void {
    const { side, source, from, to, amount } = input;
    const name = input.campaign ?? input.campaignId ?? input.note;
    const key = (this.hasNames ? name : source) ?? '';
    if (callsItselfSum(key)) this.#called.add(line);
    this.#rows.push({
      ...{ line, days: { from, to }, minor: amount.minor, whose: whoseOf(input) },
      ...{ key, source: source ?? '' },
      side: `${side} ${amount.currency}`,
    });
  }

  /** A row that names no day can be counted on none; `spend` as on any day, null where it is no amount either. */
  addUndated(spend: SpendInput | null, line: number): void {
    this.#undated.push({ line, spend });
  }

  /** No row comes after it. `period`: of the whole report, where its rows say no more than when they begin. */
  close(period: Days | null = null): void {
    if (period && this.#rows.every(({ days }) => days.from === period.from && days.to === days.from)) {
      this.#lastDay = period.to;
      for (const row of this.#rows) row.days = period;
    }
    this.#findCalled();
    this.#findSums();
    this.#findWider();
    this.#findUndated();
    for (const [whose, rows] of Map.groupBy(this.#counted(), ({ whose }) => whose))
      this.#days.set(whose, joinDays(rows.map(({ days }) => days)));
    this.#rows.length = 0;
  }

  /** All that the file covers of the row's source and campaign. */
  daysOf(input: SpendInput): readonly Days[] {
    return this.#days.get(whoseOf(input)) ?? [];
  }

  endOf(input: SpendInput): string {
    return this.#lastDay ?? input.to;
  }

  isSum(line: number): boolean {
    return this.#sums.has(line);
  }

  doubtful(): readonly ToldRow[] {
    return this.#notes;
  }

  #counted(): Seen[] {
    return this.#rows.filter(({ line }) => !this.#sums.has(line));
  }

  /** What calls itself a sum is one where it is about no campaign, or adds up. */
  #findCalled(): void {
    const others = this.#rows.filter(({ line }) => !this.#called.has(line));
    for (const row of this.#rows) {
      if (!this.#called.has(row.line)) continue;
      const isBare =
        this.hasNames && isAboutNothing(row.key) && others.some(({ key }) => !isAboutNothing(key));
      if (isBare || addsUp(row, others)) this.#sums.add(row.line);
      else if (others.length > 0)
        this.#note(row.line, 'is called a sum and is none of the other rows: counted');
    }
  }

  #findSums(): void {
    const rows = this.#counted();
    const summable = rows.map(({ key, side, source, days, minor }) => {
      const scope = [side, this.hasNames ? source : '', days.from, days.to].join('\n');
      return { key, scope, minor };
    });
    const { sums, doubtful } = sumRows(summable);
    const named = new Set(summable.flatMap(({ key, scope }) => (isAboutNothing(key) ? [] : scope)));
    for (const [at, { line, key }] of rows.entries()) {
      if (!named.has(summable[at]?.scope ?? '')) continue;
      if (sums.has(at) && (isAboutNothing(key) || this.#isBarest(line))) this.#sums.add(line);
      else if (sums.has(at)) this.#note(line, 'comes to what all the other rows do, and has a name: counted');
      else if (doubtful.has(at)) this.#note(line, 'names no campaign and is no sum of the others: counted');
    }
  }

  /** A row about nothing that covers the days of others and comes to what they do: a week below its days. */
  #findWider(): void {
    if (!this.hasNames) return;
    const [bare, named] = [true, false].map((isBare) =>
      this.#counted().filter(({ key }) => isAboutNothing(key) === isBare),
    );
    const alike = Map.groupBy(bare ?? [], ({ side, source, days }) =>
      [side, source, days.from, days.to].join('\n'),
    );
    // Once for all of the same days: a file may have a hundred thousand rows.
    for (const rows of alike.values()) {
      const [first] = rows;
      if (!first || first.days.from === first.days.to) continue;
      const parts = (named ?? []).filter(
        (other) => other.side === first.side && other.source === first.source && isWithin(other, first),
      );
      const total = totalOf(parts);
      for (const { line, minor } of rows)
        if (parts.length > 1 && minor === total && minor !== 0) this.#sums.add(line);
    }
  }

  #findUndated(): void {
    const counted = this.#counted();
    for (const { line, spend } of this.#undated) {
      const isNamed = !isAboutNothing(spend?.campaign ?? spend?.note ?? '');
      const side = `${spend?.side} ${spend?.amount.currency}`;
      const same = counted.filter((row) => row.side === side);
      const isWhole = same.length > 1 && totalOf(same) === spend?.amount.minor;
      const isSum = this.#called.has(line) || isWhole || (this.hasNames && spend !== null && !isNamed);
      if (isSum && counted.length > 0) this.#sums.add(line);
    }
  }

  /** A sum with a name is bare where the others are not: of a status, an id. */
  #isBarest(line: number): boolean {
    const own = this.#blanks.get(line) ?? 0;
    return this.#rows.every((other) => other.line === line || (this.#blanks.get(other.line) ?? 0) < own);
  }

  #note(line: number, reason: string): void {
    this.#notes.push({ line, reason });
  }
}

/** All that stand in its days come to it, or those right above or right below. */
function addsUp(row: Seen, others: readonly Seen[]): boolean {
  const parts = others.filter((other) => other.side === row.side && isWithin(other, row));
  if (parts.length === 0 || row.minor === 0) return parts.length > 0;
  if (totalOf(parts) === row.minor) return true;
  const above = parts.filter(({ line }) => line < row.line).toReversed();
  const below = parts.filter(({ line }) => line > row.line);
  return [above, below].some((run) => {
    let sum = 0;
    return run.some(({ minor }) => {
      sum += minor;
      return sum === row.minor;
    });
  });
}

function isWithin({ days }: Seen, { days: whole }: Seen): boolean {
  return days.from >= whole.from && days.to <= whole.to;
}

function totalOf(rows: readonly Seen[]): number {
  return rows.reduce((sum, { minor }) => sum + minor, 0);
}

function whoseOf({ side, source, campaign, campaignId, note }: SpendInput): string {
  return [side, ...[source, campaign, campaignId, note].map((name) => (name ? nameKey(name) : ''))].join(
    '\n',
  );
}
