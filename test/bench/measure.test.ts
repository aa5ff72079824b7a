import { expect, test } from 'vitest';
import { alternate, compare, latencies } from '../../bench/harness/measure.ts';

test('A percentile is the value below which that share of the others lies', () => {
  const times = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect(latencies(times)).toEqual({ p50: 51, p99: 100, max: 100 });
});

test('Both sides take turns, neither is always first, and the first round is not counted', async () => {
  const order: string[] = [];
  const side = (name: string) => async (round: number) => {
    order.push(name);
    return round;
  };
  const both = await alternate(2, side('ours'), side('bare'));
  expect(order).toEqual(['bare', 'ours', 'ours', 'bare', 'bare', 'ours']);
  expect(both).toEqual({ ours: [0, 1], bare: [0, 1] });
});

test('The ratio is the median of those of the rounds, which a round under load does not move', () => {
  const both = { ours: [2, 40, 2], bare: [1, 20, 4] };
  const figure = compare(both, { name: 'p50', unit: 'ms' }, (ms) => ms);
  expect(figure).toMatchObject({ ours: 2, bare: 4, ratio: 2 });
});
