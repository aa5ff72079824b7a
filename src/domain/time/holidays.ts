/**
 * Public holidays by region, from the date-holidays package (CC-BY, see docs/nags.md). A region is a country, a state, or a part of
 * one: "DE", "DE-BY", "US-LA-NO". Bank and school holidays are no days off.
 */
import { createRequire } from 'node:module';
import type HolidayLibrary from 'date-holidays';
import { DAY } from './duration.ts';

/** Its tables take a tenth of a second to load: a team without a region never pays for them. */
const require = createRequire(import.meta.url);
let library: typeof HolidayLibrary | undefined;

const known = new Map<string, ReadonlySet<string>>();

/** The days off of that year, YYYY-MM-DD; none where the region is not known. */
export function holidaysOf(region: string, year: number): ReadonlySet<string> {
  const key = `${region} ${year}`;
  const days = known.get(key) ?? computeDays(region, year);
  known.set(key, days);
  return days;
}

export function isHolidayRegion(region: string): boolean {
  if (!/^[A-Z]{2}(-[A-Z0-9]+){0,2}$/.test(region)) return false;
  const [country = '', state, part] = region.split('-');
  const holidays = new (load())();
  if (!Object.hasOwn(holidays.getCountries(), country)) return false;
  if (state && !Object.hasOwn(holidays.getStates(country) ?? {}, state)) return false;
  return !(state && part) || Object.hasOwn(holidays.getRegions(country, state) ?? {}, part);
}

function computeDays(region: string, year: number): Set<string> {
  if (!isHolidayRegion(region)) return new Set();
  const [country = '', state = '', part = ''] = region.split('-');
  const listed = new (load())(country, state, part).getHolidays(year);
  const days = listed.filter(({ type }) => type === 'public').flatMap(daysOf);
  return new Set(days);
}

/** Some last for several days. A few name a part of a day only: that is no day off. */
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const count = Math.floor((end.getTime() - start.getTime() + DAY / 12) / DAY);
  return Array.from({ length: count }, (_, n) => new Date(first + n * DAY).toISOString().slice(0, 10));
}

function load(): typeof HolidayLibrary {
  library ??= require('date-holidays') as typeof HolidayLibrary;
  return library;
}
