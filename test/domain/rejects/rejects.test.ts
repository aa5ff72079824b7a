import { expect, it } from 'vitest';
import { areTooManyOther, countReasons, isOther, standing } from '../../../src/domain/rejects/rejects.ts';
import { sampleRejected } from '../../support/sample-rejects.ts';

it('What was taken back is of them no more', () => {
  const [one, other] = [sampleRejected('a'), sampleRejected('b', { goneAt: 1 })];
  expect(standing([one, other])).toEqual([one]);
});

it('Reasons are counted, the most first, as they are called today; what is called nothing goes by its code', () => {
  const reasons = ['no_need', 'other', 'other', 'gone'].map((reason, n) =>
    sampleRejected(`${n}`, { reason }),
  );
  const labels = new Map([
    ['no_need', 'No need'],
    ['other', 'Other'],
  ]);
  expect(countReasons(reasons, labels)).toEqual([
    { reason: 'other', label: 'Other', leads: 2 },
    { reason: 'gone', label: 'gone', leads: 1 },
    { reason: 'no_need', label: 'No need', leads: 1 },
  ]);
});

it('Of a week too many are "other" above a tenth, and where it is more than one', () => {
  const week = (others: number, of: number) =>
    Array.from({ length: of }, (_, n) => ({ reason: n < others ? 'other' : 'no_need' }));
  expect(week(1, 2).map(isOther)).toEqual([true, false]);
  expect([areTooManyOther(week(2, 20)), areTooManyOther(week(2, 19)), areTooManyOther(week(3, 3))]).toEqual([
    false,
    true,
    true,
  ]);
  expect([areTooManyOther(week(1, 1)), areTooManyOther([])]).toEqual([false, false]);
});
