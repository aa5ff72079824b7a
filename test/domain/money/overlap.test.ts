import { expect, it } from 'vitest';
import { joinDays, relationOf } from '../../../src/domain/money/overlap.ts';

const days = (from: string, to = from) => ({ from: `2026-${from}`, to: `2026-${to}` });

it('Days that meet or overlap are one period, also across the end of a month', () => {
  const joined = joinDays([days('12-01'), days('11-29', '11-30'), days('11-10', '11-20'), days('11-15')]);
  expect(joined).toEqual([days('11-10', '11-20'), days('11-29', '12-01')]);
});

it('An earlier amount is covered by the same days or more, is apart, or overlaps', () => {
  const earlier = days('11-01', '11-14');
  expect(relationOf([days('11-01', '11-14')], earlier)).toBe('covers');
  expect(relationOf([days('10-30', '11-21')], earlier)).toBe('covers');
  expect(relationOf([days('11-15', '11-21')], earlier)).toBe('apart');
  expect(relationOf([days('11-02', '11-21')], earlier)).toBe('overlaps');
  expect(relationOf([days('11-01', '11-07'), days('11-09', '11-14')], earlier)).toBe('overlaps');
});
