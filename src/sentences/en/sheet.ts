import { count } from './count.ts';

interface ReadSheet {
  name: string;
  others: readonly string[];
  hiddenRows: number;
  uncomputed: number;
}

/** What was read of a workbook, and what of it may not be as it looks. */
export function saySheet({ name, others, hiddenRows, uncomputed }: ReadSheet): string[] {
  const sentences: string[] = [];
  if (others.length > 0) {
    const rest = others.map((other) => `“${other}”`).join(', ');
    sentences.push(`Only the sheet “${name}” is read; not read: ${rest}.`);
  }
  if (hiddenRows > 0)
    sentences.push(`Excel hides ${count(hiddenRows, 'row')} by a filter or by hand: they are read too.`);
  if (uncomputed > 0) {
    const cells = uncomputed === 1 ? '1 formula was' : `${uncomputed} formulas were`;
    sentences.push(
      `${cells} never computed, and count as blank: open the file in Excel, save it, and try again.`,
    );
  }
  return sentences;
}
