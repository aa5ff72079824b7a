import { describe, expect, it } from 'vitest';
import { countedOf, expectedBy, type GoalPace, paceOf } from '../../../src/domain/goal/pace.ts';
import { parsePeriod } from '../../../src/domain/goal/period.ts';
import type { Reached } from '../../../src/domain/goal/reached.ts';
import { FIRST_CALENDAR } from '../../../src/domain/time/calendar.ts';
import { sayGoalPace } from '../../../src/sentences/en/goal-pace.ts';
import { berlin } from '../../support/berlin.ts';

const NOVEMBER = parsePeriod('2026-11');
const CALENDAR = { ...FIRST_CALENDAR, zone: 'Europe/Berlin' };
const MONDAY = { at: berlin('2026-11-23T09:00'), calendar: CALENDAR };

const NOTHING: Reached = { leads: 0, qualified: 0, won: [], stories: 0, spent: null };

function pace(kind: GoalPace['kind'], target: number, reached: Partial<Reached>, time = MONDAY): GoalPace {
  const currency = kind === 'revenue' || kind === 'cost_per_qualified' ? 'EUR' : null;
  return paceOf({ kind, period: NOVEMBER, target, currency }, { ...NOTHING, ...reached }, time);
}

describe('the pace of a goal', () => {
  it('is counted in working days: 15 of 21 are over on Monday the 23rd', () => {
    const goal = pace('qualified', 40, { qualified: 31 });
    expect(goal).toMatchObject({ reached: 31, expected: 29, outcome: 'on_pace', until: '2026-11-23' });
    expect(sayGoalPace(goal)).toBe('31 of 40 qualified leads this month, on pace (expected 29 so far)');
    expect(sayGoalPace(pace('qualified', 40, { qualified: 28 }))).toBe(
      '28 of 40 qualified leads this month, behind (expected 29 so far)',
    );
  });

  it('leaves holidays and days off out', () => {
    const calendar = { ...CALENDAR, daysOff: ['2026-11-24', '2026-11-25'] };
    // 15 of 19.
    expect(expectedBy({ period: NOVEMBER, target: 38 }, { ...MONDAY, calendar })).toBe(30);
    const bavaria = { ...CALENDAR, region: 'DE-BY' };
    const january = { period: parsePeriod('2026-01'), target: 190 };
    // New Year's Day and Epiphany: 20 working days in all; 3 are over on the 8th (2, 5 and 7).
    expect(expectedBy(january, { at: berlin('2026-01-08T09:00'), calendar: bavaria })).toBe(29);
    expect(expectedBy(january, { ...MONDAY, calendar: { ...CALENDAR, weekdays: [] } })).toBeNull();
  });

  it('is over with the month: reached or missed', () => {
    const after = { at: berlin('2026-12-01T00:00'), calendar: CALENDAR };
    expect(pace('won', 5, { won: [{ currency: 'EUR', count: 4, minor: 100 }] }, after)).toMatchObject({
      ...{ outcome: 'missed', isOver: true, until: '2026-11-30', expected: 5 },
    });
    const told = pace('stories', 2, { stories: 3 }, after);
    expect(sayGoalPace(told, { isNow: false })).toBe('3 of 2 stories told in November 2026, reached');
    expect(countedOf(NOVEMBER, after).end).toBe(after.at);
  });

  it('of a cost compares what one costs, and divides by nothing', () => {
    const goal = pace('cost_per_qualified', 14_000, { spent: 512_000, qualified: 31 });
    expect(goal).toMatchObject({ reached: 16_516, expected: null, outcome: 'behind' });
    expect(sayGoalPace(goal)).toBe('€165 of at most €140 per qualified lead this month, behind');
    const cheap = pace('cost_per_qualified', 20_000, { spent: 512_000, qualified: 31 });
    expect(sayGoalPace(cheap)).toBe('€165 of at most €200 per qualified lead this month, on pace');
    expect(sayGoalPace(pace('cost_per_qualified', 14_000, { spent: 100 }))).toBe(
      'at most €140 per qualified lead: no lead is qualified yet this month',
    );
    expect(sayGoalPace(pace('cost_per_qualified', 14_000, { qualified: 3 }))).toBe(
      'at most €140 per qualified lead: no spend is recorded this month',
    );
  });

  it('of what is won adds no other currency, and says so', () => {
    const won = [
      { currency: 'EUR', count: 3, minor: 5_400_000 },
      { currency: 'USD', count: 1, minor: 900_000 },
      { currency: null, count: 1, minor: 0 },
    ];
    expect(pace('won', 6, { won }).reached).toBe(5);
    expect(sayGoalPace(pace('revenue', 10_000_000, { won }))).toBe(
      '€54,000 of €100,000 won this month, behind (expected €71,429 so far); 2 wins in another currency or without a value are not in it',
    );
  });

  it('of a month that has not begun is nothing yet', () => {
    const early = { at: berlin('2026-10-23T09:00'), calendar: CALENDAR };
    expect(sayGoalPace(pace('qualified', 40, {}, early))).toBe(
      '40 qualified leads in November 2026, which has not begun yet',
    );
  });
});
