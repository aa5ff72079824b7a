import { hash } from 'node:crypto';
import { EXTRA, HISTORY_FIELDS } from '../columns/layout.ts';
import type { ColumnPlan } from '../columns/match-columns.ts';

/** Hex digits that a number holds exactly: of a million rows two are taken for equal once in ten thousand files, and then named apart all the same. */
const SHORT = 13;

/** Read since a later version alone: a file that was imported before has the same names still. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  spend: ['campaignId'],
  outcomes: ['dealId', 'isWon', 'isClosed', 'wonAt', 'lostAt'],
};
/** Read since then under a name of their own. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  leads: ['firstName', 'lastName', 'campaignId', ...HISTORY_FIELDS],
};

/** Of a row that names itself nowhere. */
export interface RowName {
  name: string;
  /** As earlier versions named it: they took how the file was read into account. */
  former: string;
}

/**
 * Names rows that name themselves nowhere: by all their cells, and the row's place among its equals in the file. The same file again gives the same names,
 * however it is read then; two equal rows in one file are two.
 */
export function rowNamer(
  noun: string,
  { header, columns, constants }: ColumnPlan,
): (cells: readonly string[]) => RowName {
  const named = [...columns]
    .filter(([field]) => !LATER[noun]?.includes(field))
    .map(([field, index]): [string, number] => [
      PARTS[noun]?.includes(field) ? EXTRA + header[index] : field,
      index,
    ])
    .sort(byField);
  const layout = JSON.stringify([noun, named, Object.entries(constants).sort(byField)]);
  const seen = new Map<number, number>();
  return (cells) => {
    const digested = digest(JSON.stringify([noun, ...withoutEnd(cells)]));
    // A million whole names would take 200 MB.
    const short = Number.parseInt(digested.slice(0, SHORT), 16);
    const ordinal = seen.get(short) ?? 0;
    seen.set(short, ordinal + 1);
    return {
      name: numbered(digested, ordinal),
      former: numbered(digest(layout + JSON.stringify(cells)), ordinal),
    };
  };
}

/** Blank cells at the end are there or not, as the program pleases that wrote the file. */
function withoutEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function numbered(digested: string, ordinal: number): string {
  return `row-${ordinal === 0 ? digested : digest(`${digested}:${ordinal}`)}`;
}

function byField([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function digest(text: string): string {
  return hash('sha256', text).slice(0, 32);
}
