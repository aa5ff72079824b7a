import { hash } from 'node:crypto';
import { EXTRA } from '../columns/layout.ts';
import type { ColumnPlan } from '../columns/match-columns.ts';

/** Hex digits that a number holds exactly: of a million rows two are taken for equal once in ten thousand files, and then named apart all the same. */
const SHORT = 13;

/** Read since a later version alone: a file that was imported before has the same names still. */
const LATER: readonly string[] = ['campaignId'];
/** Read since then under a name of their own. */
const PARTS: readonly string[] = ['firstName', 'lastName'];

/**
 * Names rows that name themselves nowhere: by all their cells, how the file was read, and the row's place among its equals in the
 * file. The same file again gives the same names; two equal rows in one file are two.
 */
export function rowNamer(
  noun: string,
  { header, columns, constants }: ColumnPlan,
): (cells: readonly string[]) => string {
  const named = [...columns]
    .filter(([field]) => !LATER.includes(field))
    .map(([field, index]): [string, number] => [PARTS.includes(field) ? EXTRA + header[index] : field, index])
    .sort(byField);
  const layout = JSON.stringify([noun, named, Object.entries(constants).sort(byField)]);
  const seen = new Map<number, number>();
  return (cells) => {
    const name = digest(layout + JSON.stringify(cells));
    // A million whole names would take 200 MB.
    const short = Number.parseInt(name.slice(0, SHORT), 16);
    const ordinal = seen.get(short) ?? 0;
    seen.set(short, ordinal + 1);
    return `row-${ordinal === 0 ? name : digest(`${name}:${ordinal}`)}`;
  };
}

function byField([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function digest(text: string): string {
  return hash('sha256', text).slice(0, 32);
}
