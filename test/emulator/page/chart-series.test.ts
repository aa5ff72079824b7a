import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartData, ticksFor } from '../../../emulator/page/blocks/chart/series.ts';

it('the steps of an axis are round, and cover all values and zero', () => {
  expect(ticksFor([41, 52])).toEqual([0, 20, 40, 60]);
  expect(ticksFor([-3, 7])).toEqual([-5, 0, 5, 10]);
  expect(ticksFor([0, 0])).toEqual([0, 0.5, 1]);
  const cents = fc.integer({ min: -1e11, max: 1e11 }).map((number) => number / 100);
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1 }), (values) => {
      const ticks = ticksFor(values);
      expect(ticks.length).toBeLessThan(9);
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, ...values));
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, ...values));
    }),
  );
});

it('values stand in the order of the categories, whatever order the points came in', () => {
  const chart = {
    type: 'bar',
    series: [
      {
        name: 'Leads',
        data: [
          { label: 'W47', value: 52 },
          { label: 'W46', value: 47 },
        ],
      },
    ],
    axis_config: { categories: ['W46', 'W47'] },
  };
  expect(chartData({ type: 'data_visualization', title: 'Leads', chart }).series).toEqual([
    { name: 'Leads', values: [47, 52] },
  ]);
});

it('a chart of a kind that Slack may add later is named as unknown', () => {
  expect(chartData({ type: 'data_visualization', title: 'New', chart: { type: 'radar' } }).kind).toBe(
    'unknown',
  );
});
