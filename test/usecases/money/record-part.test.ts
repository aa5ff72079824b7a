import { expect, it } from 'vitest';
import { refuseOverlaps } from '../../../src/usecases/money/record-part.ts';

const refused = {
  refused: { id: 's', from: '2026-11-01', to: '2026-11-07', amount: { minor: 1, currency: 'EUR' } },
};
const taken = { id: 's', replaced: 0, isUnchanged: false };

it('Each amount that overlaps is named by its place, and one alone by its field', () => {
  expect(refuseOverlaps([taken, taken])).toHaveLength(2);
  expect(() => refuseOverlaps([refused])).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ field: 'from' })] }),
  );
  expect(() => refuseOverlaps([taken, refused])).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ field: '1.from' })] }),
  );
});
