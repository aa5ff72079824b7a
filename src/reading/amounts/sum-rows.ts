/**
 * Rows of a report that only sum up others: known by arithmetic, in whatever language they call themselves, and never by a word. Those that
 * are about nothing and yet add up to nothing are doubtful: somebody must say what they are.
 */

export interface SummableRow {
  /** What the row is about, a campaign as a rule; blank, or strokes, where it is about nothing. */
  key: string;
  /** What its amount may be added within: the currency, and the days. */
  scope: string;
  /** In the smallest unit. */
  minor: number;
}

export interface SumRows {
  /** By their place. */
  sums: ReadonlySet<number>;
  doubtful: ReadonlySet<number>;
}

/** One row that equals another proves nothing, unless it is about nothing. */
const FEWEST = 2;

export function sumRows(rows: readonly SummableRow[]): SumRows {
  const sums = new Set<number>();
  const doubtful = new Set<number>();
  for (const places of Map.groupBy(rows.keys(), (at) => rows[at]?.scope).values()) {
    const blank = places.filter((at) => isAboutNothing(rows[at]?.key ?? ''));
    const named = places.filter((at) => !isAboutNothing(rows[at]?.key ?? ''));
    const isNamed = new Set(named);
    const whole = totalOf(rows, named);
    for (const at of blank) {
      const isSum = named.length > 0 && (rows[at]?.minor === whole || equalsRun(rows, at, isNamed));
      (isSum ? sums : doubtful).add(at);
    }
    const last = grandTotal(rows, named);
    if (last !== null) sums.add(last);
  }
  return { sums, doubtful };
}

/** Blank, or strokes. */
export function isAboutNothing(key: string): boolean {
  return /^[\s\p{Pd}.]*$/u.test(key);
}

function totalOf(rows: readonly SummableRow[], places: readonly number[]): number {
  return places.reduce((sum, at) => sum + (rows[at]?.minor ?? 0), 0);
}

/** The rows that stand right above or right below come to it: a sum of an ad set, of a month. */
function equalsRun(rows: readonly SummableRow[], at: number, named: ReadonlySet<number>): boolean {
  const wanted = rows[at]?.minor ?? 0;
  for (const step of [-1, 1]) {
    let sum = 0;
    for (let place = at + step; named.has(place); place += step) {
      sum += rows[place]?.minor ?? 0;
      if (sum === wanted && wanted !== 0) return true;
    }
  }
  return false;
}

/** The first or the last row with a name, when it is what all the others come to. */
function grandTotal(rows: readonly SummableRow[], named: readonly number[]): number | null {
  if (named.length <= FEWEST) return null;
  const whole = totalOf(rows, named);
  const ends = [named.at(-1), named[0]];
  return ends.find((at) => at !== undefined && (rows[at]?.minor ?? 0) * 2 === whole && whole !== 0) ?? null;
}
