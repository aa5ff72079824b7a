import { createHash } from 'node:crypto';
import type { ColumnPlan } from '../columns/match-columns.ts';

/**
 * Names rows that name themselves nowhere: by all their cells, how the file was read, and the row's place among its equals in the
 * file. The same file again gives the same names; two equal rows in one file are two.
 */
export function rowNamer(
  noun: string,
  { columns, constants }: ColumnPlan,
): (cells: readonly string[]) => string {
  const layout = JSON.stringify([noun, [...columns].sort(byField), Object.entries(constants).sort(byField)]);
  const seen = new Map<string, number>();
  return (cells) => {
    const name = digest(layout + JSON.stringify(cells));
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    return `row-${ordinal === 0 ? name : digest(`${name}:${ordinal}`)}`;
  };
}

function byField([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
