/** What a file tells more of leads that are here already. */
import type { FillCounts } from '../../domain/import/import-plan.ts';
import { count } from './count.ts';

const FIELDS_SAID = 8;

/** "phone in 12 rows, company in 3". */
export function sayFilled(
  { fields }: Pick<FillCounts, 'fields'>,
  nameOf: (field: string) => string = (field) => field,
): string {
  const said = fields
    .slice(0, FIELDS_SAID)
    .map(({ field, rows }, index) => `${nameOf(field)} in ${index === 0 ? count(rows, 'row') : rows}`);
  const more = fields.length - said.length;
  return [...said, ...(more > 0 ? [`and ${count(more, 'more column')}`] : [])].join(', ');
}

/** For a terminal. */
export function sayFills(fills: FillCounts | undefined, isDone = false): string[] {
  if (!fills) return [];
  const { rows, workedOn, isAsked } = fills;
  const what = sayFilled(fills);
  const filled = !isAsked
    ? `${count(rows, 'lead')} here already ${rows === 1 ? 'knows' : 'know'} less than this file (${what}): --update fills what is empty.`
    : `${count(rows, 'lead')} here already: what was empty ${isDone ? 'was' : 'is'} filled (${what}).`;
  const left = `${count(workedOn, 'lead')} would know more, and somebody has worked on ${workedOn === 1 ? 'it' : 'them'}: left as ${workedOn === 1 ? 'it is' : 'they are'}.`;
  return [...(rows > 0 ? [filled] : []), ...(workedOn > 0 ? [left] : [])];
}
