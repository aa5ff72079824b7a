import { expect, it } from 'vitest';
import {
  assertMayRecordSpend,
  isTooFar,
  isTooLong,
  spendOf,
  type ToldSpend,
} from '../../../src/domain/money/spend-rules.ts';
import { AppError } from '../../../src/errors.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const AGENCY: ToldSpend = {
  ...{ note: ' Agency ', amount: '1.200,50', currency: 'EUR', side: 'marketing' },
  ...{ days: { from: '2026-11-01', to: '2026-11-30' }, source: null, campaign: null },
};

function read(changes: Partial<ToldSpend>) {
  return spendOf({ ...AGENCY, ...changes }, { today: '2026-11-27', currency: 'EUR' });
}

function problems(changes: Partial<ToldSpend>): string[] {
  try {
    read(changes);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return thrown.problems.map(({ field, refusal }) => `${field} ${refusal.code}`);
  }
}

it('Marketing and managers record what was spent, nobody else', () => {
  const settings = { managers: [MAX], marketers: [MIA] };
  for (const person of [MAX, MIA]) assertMayRecordSpend(settings, person);
  expect(() => assertMayRecordSpend(settings, ANA)).toThrow(
    refused('spend_not_yours', { people: [MIA, MAX] }),
  );
});

it('An amount is read with any decimal mark, and its note tidied', () => {
  expect(read({})).toEqual({
    ...{ side: 'marketing', note: 'Agency', source: null, campaign: null },
    ...{ from: '2026-11-01', to: '2026-11-30', amount: { minor: 120050, currency: 'EUR' } },
  });
  expect(read({ note: null, source: 'Fair' })).toMatchObject({ note: null, source: 'Fair' });
});

it.each<[Partial<ToldSpend>, string[]]>([
  [{ note: ' ' }, ['note spend_note_needed']],
  [{ note: 'x'.repeat(201) }, ['note spend_note_length']],
  [
    { amount: 'much', days: null, side: null },
    ['amount amount_unreadable', 'days spend_days_unreadable', 'side spend_side_needed'],
  ],
  [{ amount: '  ' }, ['amount amount_unreadable']],
  [{ amount: '£5' }, ['amount currency_contradicts']],
  [{ days: { from: '2026-11-02', to: '2026-11-01' } }, ['days spend_days_backwards']],
  [{ days: { from: '2024-11-02', to: '2026-11-02' } }, ['days spend_days_too_many']],
  [{ days: { from: '2028-01-01', to: '2028-01-31' } }, ['days spend_days_ahead']],
])('What is wrong is said of its field: %j', (changes, expected) => {
  expect(problems(changes)).toEqual(expected);
});

it('Two years to the day are the most, and the end of the next year', () => {
  expect(isTooLong({ from: '2024-11-02', to: '2026-11-01' })).toBe(false);
  expect(isTooLong({ from: '2024-11-02', to: '2026-11-02' })).toBe(true);
  expect(isTooFar({ from: '2027-12-01', to: '2027-12-31' }, '2026-01-01')).toBe(false);
});
