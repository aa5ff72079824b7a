import { expect, it } from 'vitest';
import { inBatches } from '../../src/usecases/batches.ts';

it('Each batch goes on after the last of the one before, until one is not full', async () => {
  const asked: (number | null)[] = [];
  const take = (all: number) => async (after: number | null) => {
    asked.push(after);
    const from = (after ?? 0) + 1;
    return Array.from({ length: Math.max(0, Math.min(3, all - from + 1)) }, (_, nth) => from + nth);
  };
  expect(await inBatches(3, take(7))).toBe(7);
  expect(asked.splice(0)).toEqual([null, 3, 6]);
  expect(await inBatches(3, take(6))).toBe(6);
  expect(asked.splice(0)).toEqual([null, 3, 6]);
  expect(await inBatches(3, take(0))).toBe(0);
});
