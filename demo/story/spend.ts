/** What marketing and sales cost: each campaign by week, sales by month. Booked ahead to the end of the year. */
import { Temporal } from 'temporal-polyfill';
import { moneyOf } from '../../src/domain/money/money.ts';
import type { SpendInput } from '../../src/usecases/money/record-spend.ts';
import { CURRENCY } from '../company.ts';
import { FIRST_DAY } from './calendar.ts';
import { CHANNELS, type Channel } from './channels.ts';

const SALES_A_MONTH = 4_300;

export function spendOfStory(): SpendInput[] {
  return [...CHANNELS.flatMap(campaignWeeks), ...salesMonths()];
}

function campaignWeeks({ source, campaign, weeks: [first, last], weeklyCost }: Channel): SpendInput[] {
  if (weeklyCost === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const monday = Temporal.PlainDate.from(FIRST_DAY).add({ weeks: first + index });
    const days = { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
    return { side: 'marketing', source, campaign, ...days, amount: moneyOf(weeklyCost, CURRENCY) };
  });
}

function salesMonths(): SpendInput[] {
  return [9, 10, 11, 12].map((month) => {
    const first = new Temporal.PlainDate(2026, month, 1);
    const days = { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString() };
    return {
      ...{ side: 'sales', source: null, campaign: null, note: 'Salaries', ...days },
      amount: moneyOf(SALES_A_MONTH, CURRENCY),
    };
  });
}
