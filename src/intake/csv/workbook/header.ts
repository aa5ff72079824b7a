import type { Merge } from './merges.ts';
import type { SheetRow } from './sheet-rows.ts';

export interface SheetHeader {
  /** The row below which the list begins. */
  line: number;
  names: string[];
  titles: string[];
}

/** How far a report's titles may reach. */
export const MOST_TITLES = 12;

/**
 * The first row with at least half as many cells as the widest of the first rows: what stands above are titles. A row of groups
 * ("Contact" over "Name" and "E-mail") belongs to the header, and parts names that occur twice.
 */
export function findHeader(head: readonly SheetRow[], merges: readonly Merge[], width: number): SheetHeader {
  const counts = head.map(({ cells }) => cells.filter(Boolean).length);
  const least = Math.max(...counts) < 2 ? 1 : Math.max(2, Math.max(...counts) / 2);
  let at = Math.max(
    counts.findIndex((count) => count >= least),
    0,
  );
  if (isGroups(head[at], head[at + 1], merges)) at += 1;
  const above = head[at - 1];
  const groups = above && isGroups(above, head[at], merges) ? groupNames(above, merges, width) : null;
  const own = Array.from({ length: width }, (_, column) => head[at]?.cells[column]?.trim() ?? '');
  const names = groups ? withGroups(own, groups) : own;
  const titled = head.slice(0, groups ? at - 1 : at);
  return {
    line: head[at]?.line ?? 0,
    names: names.map((name, column) => name || spreadName(names, column, { merges, row: head[at] })),
    titles: titled.map(({ cells }) => cells.filter(Boolean).join(' ')),
  };
}

/** Whether some of its names stand over several of the next row's, and none over a cell of its own. */
function isGroups(
  row: SheetRow | undefined,
  next: SheetRow | undefined,
  merges: readonly Merge[],
): row is SheetRow {
  if (!row || next?.line !== row.line + 1) return false;
  const wide = wideOf(row, merges);
  const isTitle = wide.some(({ left, right }) => right - left + 1 >= next.cells.filter(Boolean).length);
  if (wide.length === 0 || isTitle) return false;
  const isUnder = (column: number) => wide.some(({ left, right }) => left <= column && column <= right);
  const isTall = (column: number) =>
    merges.some(({ top, bottom, left }) => left === column && top <= row.line && bottom > row.line);
  for (let column = 0; column < Math.max(row.cells.length, next.cells.length); column++) {
    const [own, below] = [Boolean(row.cells[column]), Boolean(next.cells[column])];
    if (next.numbers.has(column)) return false;
    if (isUnder(column) ? !below : own && below && !isTall(column)) return false;
  }
  return true;
}

function wideOf(row: SheetRow, merges: readonly Merge[]): Merge[] {
  return merges.filter(({ top, left, right }) => top === row.line && right > left);
}

function groupNames(row: SheetRow, merges: readonly Merge[], width: number): string[] {
  const names = Array.from({ length: width }, (_, column) => row.cells[column]?.trim() ?? '');
  for (const { left, right } of wideOf(row, merges)) names.fill(names[left] ?? '', left, right + 1);
  return names;
}

function withGroups(own: readonly string[], groups: readonly string[]): string[] {
  return own.map((name, column) => {
    const group = groups[column] ?? '';
    if (name === '') return group;
    const isTwice = own.filter((other) => other === name).length > 1;
    return isTwice && group !== '' && group !== name ? `${group} ${name}` : name;
  });
}

/** A name over two columns that has no others below it is the name of both. */
function spreadName(
  names: readonly string[],
  column: number,
  { merges, row }: { merges: readonly Merge[]; row: SheetRow | undefined },
): string {
  const over = row && wideOf(row, merges).find(({ left, right }) => left < column && column <= right);
  const name = over && names[over.left];
  return name ? `${name} (${column - over.left + 1})` : '';
}
