import { describe, expect, it } from 'vitest';
import { leadsOwed, owedBy } from '../../../src/domain/goal/leads-owed.ts';
import { parsePeriod } from '../../../src/domain/goal/period.ts';
import { FIRST_CALENDAR } from '../../../src/domain/time/calendar.ts';
import { berlin } from '../../support/berlin.ts';

const NOVEMBER = parsePeriod('2026-11');
const QUARTER = parsePeriod('2026-Q4');
const TIME = {
  at: berlin('2026-11-23T09:00'),
  calendar: { ...FIRST_CALENDAR, zone: 'Europe/Berlin' },
};
const THIRD = { quarter: parsePeriod('2026-Q3'), leads: 300, qualified: 81, won: 18 };

describe('the leads that marketing owes', () => {
  it('are as many as the goal needs, by what became of those of the last quarter, rounded up', () => {
    const goal = { kind: 'qualified' as const, period: NOVEMBER, target: 40 };
    // 40 × 300 ÷ 81 = 148.1
    expect(leadsOwed(goal, { delivered: 96, conversion: THIRD, isOver: false }, TIME)).toMatchObject({
      ...{ owed: 149, delivered: 96, expected: 106, period: NOVEMBER },
      because: { how: 'from_goal', goal: 'qualified', target: 40, part: 81, of: 300, quarter: '2026-Q3' },
    });
    const won = { kind: 'won' as const, period: NOVEMBER, target: 3 };
    expect(leadsOwed(won, { delivered: 0, conversion: THIRD, isOver: false }, TIME).owed).toBe(50);
  });

  it('are not guessed from fewer than ten, or from none that became any', () => {
    const goal = { kind: 'qualified' as const, period: NOVEMBER, target: 40 };
    for (const conversion of [
      { ...THIRD, leads: 9, qualified: 3 },
      { ...THIRD, qualified: 0 },
    ]) {
      const owed = leadsOwed(goal, { delivered: 96, conversion, isOver: false }, TIME);
      expect(owed).toMatchObject({ owed: null, expected: null, because: { how: 'too_few' } });
    }
  });

  it('are what both sides have agreed by hand, whatever the goal', () => {
    const goal = { kind: 'leads' as const, period: NOVEMBER, target: 120 };
    expect(leadsOwed(goal, { delivered: 96, conversion: THIRD, isOver: false }, TIME)).toMatchObject({
      ...{ owed: 120, expected: 86, because: { how: 'agreed' } },
    });
  });

  it('follow from one goal: agreed by hand, then qualified, then won; a month before a quarter', () => {
    const goal = (kind: 'leads' | 'qualified' | 'won' | 'stories', period = NOVEMBER) => ({
      ...{ kind, period, target: 1 },
    });
    const all = [goal('won'), goal('qualified', QUARTER), goal('qualified'), goal('stories')];
    expect(owedBy(all)).toBe(all[2]);
    const agreed = goal('leads', QUARTER);
    expect(owedBy([...all, agreed])).toBe(agreed);
    expect(owedBy([goal('stories')])).toBeNull();
  });
});
