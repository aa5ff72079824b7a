import { expect, it } from 'vitest';
import { RowTally } from '../../../src/domain/import/row-tally.ts';

it('rows that are wrong in the same way are one kind, whatever their cells hold, the most first', () => {
  const tally = new RowTally();
  tally.add({ line: 2, reason: 'has 3 cells' });
  for (let line = 3; line < 10; line++)
    tally.add({ line, reason: `"0${line}/02/2026" may be read two ways` });
  expect(tally.reasons()).toEqual([
    { reason: '"03/02/2026" may be read two ways', rows: 7, lines: [3, 4, 5, 6, 7] },
    { reason: 'has 3 cells', rows: 1, lines: [2] },
  ]);
  expect(tally).toMatchObject({ rows: 8, first: { length: 8 } });
});

it('a row of which two things are told is one row', () => {
  const tally = new RowTally();
  for (const reason of ['no phone', 'no day']) tally.add({ line: 7, reason });
  expect(tally).toMatchObject({ rows: 1, first: [{ reason: 'no phone' }, { reason: 'no day' }] });
});

it('a file of which every row is wrong in its own way is counted to the last, and no more of it is kept than of a small one', () => {
  const tally = new RowTally();
  for (let line = 2; line < 200_002; line++)
    tally.add({ line, reason: `is ${line.toString(26).replace(/\d/g, 'x')}` });
  expect(tally.rows).toBe(200_000);
  expect(tally.first).toHaveLength(10_000);
  expect(tally.reasons().length).toBeLessThanOrEqual(1_000);
});
