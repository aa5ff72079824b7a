/** What was won in a week, whenever its lead arrived: the other of the two views, which does not grow once the week is over. */
import type { Money } from '../money/money.ts';
import type { BookedDeal, Cohort } from './cohort.ts';
import type { Figure } from './figure.ts';

/** On average over the weeks. */
export function bookedDeals(weeks: readonly Cohort[]): Figure {
  const all = weeks.reduce((sum, { booked }) => sum + booked.length, 0);
  return { kind: 'count', value: weeks.length === 0 ? 0 : all / weeks.length };
}

/** On average over the weeks, in the team's currency; unknown where no deal says what it is worth. */
export function bookedValue(weeks: readonly Cohort[]): Figure {
  const currency = weeks[0]?.settings.currency ?? '';
  const amounts = weeks.flatMap(({ booked }) => minorIn(booked, currency));
  const sum = amounts.reduce((total, minor) => total + minor, 0);
  return { kind: 'money', minor: amounts.length === 0 ? null : Math.round(sum / weeks.length), currency };
}

function minorIn(booked: readonly BookedDeal[], currency: string): number[] {
  return booked.flatMap(({ value }) => (value?.currency === currency ? value.minor : []));
}

/** What was won in other currencies: said, never added. */
export function otherBooked({ booked, settings }: Cohort): Money[] {
  const values = booked.flatMap(({ value }) => (value && value.currency !== settings.currency ? value : []));
  return [...Map.groupBy(values, ({ currency }) => currency)].map(([currency, of]) => ({
    currency,
    minor: of.reduce((sum, { minor }) => sum + minor, 0),
  }));
}
