import type { PlannedRefusal } from './import-plan.ts';

export interface ToldRow {
  line: number;
  reason: string;
}

/** Enough for a program that reads them one by one. Refused rows are stored whole, all of them. */
const MOST_ROWS = 10_000;
/** More kinds of fault than these nobody reads; their rows count all the same. */
const MOST_REASONS = 1_000;
/** So many lines are named of each reason. */
const LINES_NAMED = 5;

/** Rows of which something is told, in the order of their lines: memory does not grow with a file of which every row is wrong. */
export class RowTally {
  readonly first: ToldRow[] = [];
  readonly #reasons = new Map<string, PlannedRefusal>();
  #rows = 0;
  #lastLine = 0;

  add({ line, reason }: ToldRow): void {
    // Of one row several things may be told.
    if (line !== this.#lastLine) this.#rows += 1;
    this.#lastLine = line;
    if (this.first.length < MOST_ROWS) this.first.push({ line, reason });
    const key = kindOf(reason);
    const known = this.#reasons.get(key);
    if (known) {
      known.rows += 1;
      if (known.lines.length < LINES_NAMED) known.lines.push(line);
    } else if (this.#reasons.size < MOST_REASONS) {
      this.#reasons.set(key, { reason, rows: 1, lines: [line] });
    }
  }

  get rows(): number {
    return this.#rows;
  }

  /** By what is wrong, whatever the cells hold: the reason is that of the first. The most frequent first. */
  reasons(): PlannedRefusal[] {
    return [...this.#reasons.values()].sort((one, other) => other.rows - one.rows);
  }
}

function kindOf(reason: string): string {
  return reason.replaceAll(/"[^"]*"|“[^”]*”|\d[\d.,]*/g, '…');
}
