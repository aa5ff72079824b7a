/** Cells that are one: what they hold stands in the first, at the top left. Rows as Excel numbers them, columns from 0; both ends are in. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function placeOf(reference: string): { row: number; column: number } {
  const [, letters = '', row = '0'] = /^\$?([A-Z]*)\$?(\d*)$/i.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(row), column: column - 1 };
}

export function mergeOf(reference: string): Merge | null {
  const [first, last] = reference.split(':');
  if (!first || !last) return null;
  const [from, to] = [placeOf(first), placeOf(last)];
  return { top: from.row, bottom: to.row, left: from.column, right: to.column };
}

/**
 * Writes the text of a cell that is merged over several rows into each of them. Numbers stay where they are: an amount counts once. Rows
 * are handed in from the top.
 */
export class MergedDown {
  readonly #starting: ReadonlyMap<number, readonly Merge[]>;
  #open: { merge: Merge; text: string }[] = [];

  constructor(merges: readonly Merge[]) {
    const tall = merges.filter(({ top, bottom }) => bottom > top);
    this.#starting = Map.groupBy(tall, ({ top }) => top);
  }

  /** Answers with how many cells it filled. */
  fill(line: number, cells: string[], numbers: ReadonlySet<number>): number {
    this.#open = this.#open.filter(({ merge }) => merge.bottom >= line);
    for (const { merge, text } of this.#open) {
      while (cells.length < merge.left) cells.push('');
      cells[merge.left] = text;
    }
    const filled = this.#open.length;
    for (const merge of this.#starting.get(line) ?? []) {
      const text = cells[merge.left] ?? '';
      if (text !== '' && !numbers.has(merge.left)) this.#open.push({ merge, text });
    }
    return filled;
  }
}
