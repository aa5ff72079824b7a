import { expect, it } from 'vitest';
import { groupRefused } from '../../../src/domain/import/group-refused.ts';

it('rows that are wrong in the same way are one group, whatever their cells hold, the most first', () => {
  const dates = Array.from({ length: 7 }, (_, n) => ({
    line: n + 3,
    reason: `"0${n}/02/2026" may be read two ways`,
  }));
  expect(groupRefused([{ line: 2, reason: 'has 3 cells' }, ...dates])).toEqual([
    { reason: '"00/02/2026" may be read two ways', rows: 7, lines: [3, 4, 5, 6, 7] },
    { reason: 'has 3 cells', rows: 1, lines: [2] },
  ]);
});
