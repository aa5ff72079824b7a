/**
 * Working hours as people type them: "08:00 to 16:30", "9-17", "Sun-Thu 8am to 4:30pm", "Mon, Wed and Fri", "22:00 to 06:00",
 * "9-14, 16:30-20", "Mon-Thu 9-17, Fri 9-13".
 */
import type { Hours, Shift } from './shift.ts';

export type TypedHours = Partial<Hours & { days: readonly number[] }>;

const TO = String.raw`\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b)\s*`;
const TIME = String.raw`(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?`;
const TIMES = new RegExp(`(?:from\\s+)?\\b${TIME}${TO}${TIME}\\s*$`, 'i');
const DAY_RANGE = new RegExp(`^([a-z]+)${TO}([a-z]+)$`, 'i');
const BETWEEN_DAYS = /\s*(?:,|;|\/|\+|&|\band\b|\s)\s*/i;

/** What may stand between two shifts, or between the days and the first of them. */
const BETWEEN_SHIFTS = /(?:[,;:+&/\s]|\band\b|\bthen\b)+$/i;

/** Where the hours of some days end and the next days begin. */
const NEXT_DAYS =
  /(?<=\d\s*(?:[ap]m|h)?)[\s,;/&+]*(?:\band\b\s*)?(?=\b(?:mo(?:n|\b)|tu(?:e|\b)|we(?:d|\b)|th(?:u|\b)|fr(?:i|\b)|sa(?:t|\b)|su(?:n|\b)))/i;

/** Null: it is not understood, or only in part, which is as much as not. */
export function readHours(typed: string): TypedHours | null {
  const groups = typed.trim().split(NEXT_DAYS).map(readGroup);
  const [only] = groups;
  return groups.length === 1 ? (only ?? null) : together(groups);
}

/** The hours of most days are the usual ones, of the others each says for itself. */
function together(groups: readonly (TypedHours | null)[]): TypedHours | null {
  const whole = groups.flatMap((group) => {
    const { days, from, to, more } = group ?? {};
    return days && from && to ? { days, shifts: [{ from, to }, ...(more ?? [])] } : [];
  });
  const days = whole.flatMap((group) => group.days);
  if (whole.length < groups.length || new Set(days).size < days.length) return null;
  const [usual, ...others] = whole.toSorted((a, b) => b.days.length - a.days.length);
  const [first, ...more] = usual?.shifts ?? [];
  if (!first) return null;
  return {
    ...{ days: days.sort((a, b) => a - b), ...first },
    ...(more.length > 0 && { more }),
    otherDays: others.toSorted((a, b) => (a.days[0] ?? 0) - (b.days[0] ?? 0)),
  };
}

function readGroup(typed: string): TypedHours | null {
  const { shifts, before } = takeShifts(typed.trim());
  const [first, ...more] = shifts;
  const days = before === '' ? undefined : daysOf(before);
  if (days === null || shifts.includes(null) || (!first && !days)) return null;
  const further = more.filter((shift) => shift !== null);
  return { ...(days && { days }), ...first, ...(further.length > 0 && { more: further }) };
}

/** The shifts at the end of a text, null for what is no shift, and what stands before them. */
function takeShifts(text: string): { shifts: (Shift | null)[]; before: string } {
  const times = TIMES.exec(text);
  if (!times) return { shifts: [], before: text.replace(/[,;:\s]+$/, '') };
  const { shifts, before } = takeShifts(text.slice(0, times.index).replace(BETWEEN_SHIFTS, ''));
  return { shifts: [...shifts, shiftOf(times)], before };
}

function shiftOf([, h1, m1, half1, h2, m2, half2]: RegExpExecArray): Shift | null {
  const from = timeOf(h1, m1, half1);
  const to = timeOf(h2, m2, half2);
  if (from === null || to === null || from === '24:00') return null;
  return { from, to };
}

/** "8", "8:30", "0830", "4:30pm", "24:00". */
function timeOf(hour = '', minute = '00', half = ''): string | null {
  const isTwelve = half !== '' && (Number(hour) < 1 || Number(hour) > 12);
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const isWrong = Number(minute) > 59 || hours > 24 || (hours === 24 && Number(minute) > 0);
  return isTwelve || isWrong ? null : `${String(hours).padStart(2, '0')}:${minute}`;
}

/** In the order of the week; null where a word is no day. */
function daysOf(text: string): number[] | null {
  const found = text
    .split(/\s*(?:,|;|\/|\+|&|\band\b)\s*/i)
    .filter((part) => part !== '')
    .flatMap(partOf);
  if (found.includes(0)) return null;
  return [...new Set(found)].sort((a, b) => a - b);
}

/** A day, some days in a row, or days with nothing but spaces between them; 0 where it is none. */
function partOf(part: string): number[] {
  const [, first, last] = DAY_RANGE.exec(part) ?? [];
  if (first && last) return rangeOf(dayOf(first), dayOf(last));
  return part.split(BETWEEN_DAYS).map(dayOf);
}

function rangeOf(first: number, last: number): number[] {
  if (first === 0 || last === 0) return [0];
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, n) => ((first - 1 + n) % 7) + 1);
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SHORTEST = 2;

/** By its name, or the beginning of it: "Thursdays", "Thurs", "Th". */
function dayOf(word: string): number {
  const name = word.toLowerCase().replace(/\.$/, '');
  const singular = name.length > 'sunday'.length ? name.replace(/s$/, '') : name;
  if (singular.length < SHORTEST) return 0;
  return DAYS.findIndex((day) => day.startsWith(singular)) + 1;
}
