/**
 * A date as it is written, taken apart: no layout is guessed here. Numbers whose order is open stay open; whoever knows the column tells.
 */
import { plainDigits } from '../../domain/plain-digits.ts';
import { isIdleWord, monthNamed } from './month-names.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

interface Civil {
  year: number;
  month: number;
  day: number;
}

interface WrittenTime {
  /** As the clock of a place shows it, ms since its midnight. */
  ms: number;
  /** Minutes ahead of UTC; null: it names no zone. */
  offset: number | null;
}

export interface WrittenDate {
  /** The days that it may be, by the order in which its numbers stand; one layout that is certain stands under each. */
  readings: Readonly<Partial<Record<DateOrder, Civil>>>;
  time: WrittenTime | null;
}

/** An instant that is no date at all: seconds or milliseconds since 1970. */
export interface WrittenEpoch {
  epoch: number;
}

const LONGEST = 80;

export function takeApart(text: string): WrittenDate | WrittenEpoch | null {
  if (text.length > LONGEST || !/\d|元/.test(text)) return numeralsOf(text);
  const number = /^\d{5,17}(?:[.,]\d+)?$/.test(text) ? ofNumber(text) : null;
  return number ?? apart(text);
}

/** Of other scripts. */
function numeralsOf(text: string): WrittenDate | WrittenEpoch | null {
  const plain = plainDigits(text.normalize('NFKC'));
  return plain !== text && plain.length <= LONGEST && /\d/.test(plain) ? takeApart(plain) : null;
}

function apart(written: string): WrittenDate | null {
  const text = plainDigits(written.normalize('NFKC'))
    .replaceAll(/\((?:[^\d()]*)\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    // A point within the clock, as in Italy and Denmark: 20 nov. 2025 10.30.
    .replace(
      /(\d{4},? |\b(?:ore|alle|kl|klo|godz|um|om)\.? )([01]?\d|2[0-3])\.([0-5]\d)(?=$|[ .])/i,
      '$1$2:$3',
    )
    // As `date` and JavaScript write it: Thu Nov 20 10:00:00 2025.
    .replace(/^(\D+\d{1,2}) (\d{1,2}:\d\d(?::\d\d)?)( [A-Z]{3,4})? (\d{4})$/, '$1 $4 $2$3')
    .trim();
  const found = TIME.exec(text);
  const time = found?.groups ? timeOf(found.groups) : null;
  if (found && time === null) return null;
  const readings = daysOf(found ? text.slice(0, found.index) : text);
  return readings && { readings, time };
}

const HALF = String.raw`[ap]\.?\s?m\.?`;
const ZONE = String.raw`(?:Z|UTC|GMT|[CW]E(?:S)?T|ME(?:S)?Z|BST|[ECMP][SD]T)?\s?(?:[+\-−]\d{1,2}(?::?\d\d)?)?`;
const MINUTES = String.raw`(?<minute>\d{1,2})(?:(?::|分\s?|\.)(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9}))?秒?|分)?`;
const TIME = new RegExp(
  String.raw`(?:^|[T ,]\s?|(?<=日))(?:(?:um|at|à|om|kl\.?|alle|ore|godz\.?|a las|às)\s)?(?<east>午前|午後|上午|下午)?\s?(?<hour>\d{1,2})(?:\s?(?::|[hH時时点點])\s?${MINUTES}|(?=\s?${HALF})|\s?(?:Uhr|h|時|时|点|點|o’clock))\s?(?<half>${HALF})?(?:\s?Uhr|\s?h)?\s?(?<zone>${ZONE})$`,
  'iu',
);

const ZONES: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, WET: 0, WEST: 60, BST: 60, CET: 60, MEZ: 60, CEST: 120, MESZ: 120 },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
};

function timeOf(found: Record<string, string | undefined>): WrittenTime | null {
  const { east, half, minute = '0', second = '0', fraction = '0', zone = '' } = found;
  const hour = hourOf(Number(found.hour), /^[pP]|午後|下午/.test(half ?? east ?? ''), Boolean(half ?? east));
  const offset = offsetOf(zone.trim());
  if (hour === null || Number(minute) > 59 || Number(second) > 59 || offset === undefined) return null;
  const ms = Math.floor(Number(`0.${fraction}`) * 1000);
  return { ms: ((hour * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms, offset };
}

function hourOf(hour: number, isAfternoon: boolean, isHalved: boolean): number | null {
  if (!isHalved) return hour <= 23 ? hour : null;
  // 午後13時 is said as well.
  if (hour > 12) return hour <= 23 && isAfternoon ? hour : null;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

/** Undefined: a zone that we do not know. */
function offsetOf(zone: string): number | null | undefined {
  if (zone === '') return null;
  const [, name = '', sign, hours = '0', minutes = '0'] =
    /^([A-Z]*)\s?(?:([+\-−])(\d{1,2}):?(\d\d)?)?$/i.exec(zone) ?? [];
  const named = name === '' ? 0 : ZONES[name.toUpperCase()];
  if (named === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  const ahead = Number(hours) * 60 + Number(minutes);
  return named + (sign === undefined ? 0 : sign === '+' ? ahead : -ahead);
}

type Readings = WrittenDate['readings'];

const NUMBERS = /^(\d{1,4})\s?([-/. ])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?,?$/;
const CJK = /^(令和|平成)?\s?(\d{1,4}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?$/;
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988 };

function daysOf(text: string): Readings | null {
  const date = text.replace(/[T, ]+$/, '').trim();
  const [, first, mark, second, third] = NUMBERS.exec(date) ?? [];
  if (first && mark && second && third) return ofNumbers(first, second, third, mark);
  const [, era = '', year, month, day] = CJK.exec(date) ?? [];
  if (year)
    return certain(
      yearOf(year === '元' ? '1' : year) + (era ? (ERAS[era] ?? 0) - (year.length < 3 ? 2000 : 0) : 0),
      month,
      day,
    );
  return ofWords(date);
}

function ofNumbers(first: string, second: string, third: string, mark: string): Readings | null {
  if (first.length >= 3)
    return first.length === 4 && third.length <= 2 ? certain(Number(first), second, third) : null;
  if (third.length === 3 || third.length === 1) return null;
  const dmy = civil(yearOf(third), second, first);
  const mdy = civil(yearOf(third), first, second);
  // With points the day comes first, wherever it can.
  if (mark === '.' && dmy) return { dmy };
  const ymd =
    third.length === 2 && mark !== '.' && first.length === 2 ? civil(yearOf(first), second, third) : null;
  const readings = { ...(dmy && { dmy }), ...(mdy && { mdy }), ...(ymd && mark === '-' && { ymd }) };
  return Object.keys(readings).length > 0 ? readings : null;
}

/** Of all that is written one word is a month. */
function ofWords(date: string): Readings | null {
  const tokens = date.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  const months = tokens.flatMap((token) => (/^\d/.test(token) ? [] : (monthNamed(token) ?? [])));
  const numbers = tokens.filter((token) => /^\d/.test(token));
  const isAll = tokens.every((token) => /^\d/.test(token) || monthNamed(token) !== null || isIdleWord(token));
  const [month, ...others] = months;
  const [first = '', second = '', ...more] = numbers;
  if (!isAll || month === undefined || others.length > 0 || more.length > 0 || second === '') return null;
  const isYearFirst = first.length === 4;
  const [year, day] = isYearFirst ? [first, second] : [second, first];
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return null;
  return certain(yearOf(year), String(month), day);
}

function certain(year: number, month = '', day = ''): Readings | null {
  const only = civil(year, month, day);
  return only && { dmy: only, mdy: only, ymd: only };
}

function civil(year: number, month: string, day: string): Civil | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysIn(year, m)) return null;
  return { year, month: m, day: d };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Two digits are of this century, or of the last third of the one before. */
function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet is 30 December 1899. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

function ofNumber(text: string): WrittenDate | WrittenEpoch | null {
  const value = Number(text.replace(',', '.'));
  const whole = text.split(/[.,]/)[0] ?? '';
  if (whole.length === 10) return { epoch: Math.floor(value * 1000) };
  if (whole.length === 13) return { epoch: Math.floor(value) };
  if (whole.length === 16) return { epoch: Math.floor(value / 1000) };
  if (whole.length === 5 && value >= 20_000 && value < 80_000) return ofSheet(value);
  if (text.length !== 8) return null;
  const readings = certain(Number(text.slice(0, 4)), text.slice(4, 6), text.slice(6));
  return readings && Number(text.slice(0, 4)) >= 1900 ? { readings, time: null } : null;
}

/** A spreadsheet's own number of a day, which names no zone. */
function ofSheet(serial: number): WrittenDate | null {
  const seconds = Math.round((serial % 1) * 86_400);
  const day = new Date(SHEET_EPOCH + Math.floor(serial) * DAY_MS);
  const readings = certain(day.getUTCFullYear(), String(day.getUTCMonth() + 1), String(day.getUTCDate()));
  return (
    readings && {
      readings,
      time: serial % 1 === 0 ? null : { ms: Math.min(seconds, 86_399) * 1000, offset: null },
    }
  );
}
