/**
 * Dates as files write them, turned into ISO 8601. Whether 01-02-2023 is in January or February is never guessed: another row of
 * the same column tells (31-01-2023), or the person who imports does.
 */
export type DateOrder = 'dmy' | 'mdy';

/** What the rows of one column say together; conflicting says both. */
export interface DateEvidence {
  isDmy: boolean;
  isMdy: boolean;
  /** A value that can be read either way. */
  ambiguous: string | null;
}

export const NO_EVIDENCE: DateEvidence = { isDmy: false, isMdy: false, ambiguous: null };

/** Two digits of a year do between slashes and points; 21-01-05 may begin with it. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|(?<!-\d{1,2}-)\d\d)(?:[ T,]+(.+))?$/;
const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T,]+(.+))?$/;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?\s*([ap]m)?\s*(z|[+-]\d\d:?\d\d)?$/i;

export function weigh(evidence: DateEvidence, text: string): DateEvidence {
  const [, first = '', separator, second = ''] = YEAR_LAST.exec(text) ?? [];
  if (separator === undefined || separator === '.') return evidence;
  if (Number(first) > 12) return { ...evidence, isDmy: true };
  if (Number(second) > 12) return { ...evidence, isMdy: true };
  return first === second ? evidence : { ...evidence, ambiguous: evidence.ambiguous ?? text };
}

/** Null: the column needs an order and its rows do not tell one. */
export function orderOf(evidence: DateEvidence): DateOrder | null {
  if (evidence.isDmy !== evidence.isMdy) return evidence.isDmy ? 'dmy' : 'mdy';
  return evidence.ambiguous === null ? 'dmy' : null;
}

/** What is no date is handed on as it is, for the schema to refuse in its words. */
export function isoDate(text: string, order: DateOrder): string {
  const [, year, month, day, time] = YEAR_FIRST.exec(text) ?? [];
  if (year && month && day) return compose([year, month, day], time) ?? text;
  const [, first, separator, second, lastYear, lastTime] = YEAR_LAST.exec(text) ?? [];
  if (!first || !second || !lastYear) return text;
  const isDayFirst = separator === '.' || Number(first) > 12 || (order === 'dmy' && Number(second) <= 12);
  const [d, m] = isDayFirst ? [first, second] : [second, first];
  return compose([lastYear.padStart(4, '20'), m, d], lastTime) ?? text;
}

function compose([year, month, day]: [string, string, string], time: string | undefined): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!time) return date;
  const [, hour, minute, second = '00', half, zone = ''] = TIME.exec(time) ?? [];
  if (!hour || !minute) return null;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  return `${date}T${hours(hour, half).padStart(2, '0')}:${minute}:${second}${offset}`;
}

function hours(hour: string, half: string | undefined): string {
  if (!half) return hour;
  return String((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0));
}
