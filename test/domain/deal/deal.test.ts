import { expect, it } from 'vitest';
import { type Deal, isSameDeal, outcomeOf } from '../../../src/domain/deal/deal.ts';
import type { LeadId } from '../../../src/domain/lead/lead.ts';

const deal = (state: Deal['state'], at: number, minor?: number, currency = 'EUR'): Deal => ({
  ...{ vendor: 'hubspot', id: `${at}`, leadId: 'lead_1' as LeadId, state, at, reason: `reason ${at}` },
  value: minor === undefined ? null : { minor, currency },
});

it('Won with the first that is won, worth all that are won in its currency', () => {
  expect(
    outcomeOf([deal('lost', 1), deal('won', 3, 500), deal('won', 2, 100), deal('won', 4, 9, 'USD')]),
  ).toEqual({
    ...{ outcome: 'won', value: { minor: 600, currency: 'EUR' }, at: 2, reason: null },
  });
  expect(outcomeOf([deal('won', 1)])).toMatchObject({ outcome: 'won', value: null });
});

it('Lost when all are, with the last one’s reason; open as long as one is', () => {
  expect(outcomeOf([deal('lost', 2), deal('lost', 1)])).toEqual({
    ...{ outcome: 'lost', value: null, at: 2, reason: 'reason 2' },
  });
  expect(outcomeOf([deal('lost', 2), deal('open', 1)])).toBe('open');
  expect(outcomeOf([])).toBeNull();
});

it('The same at another lead, though its day or its value is corrected; of another day and value it is another', () => {
  const earlier = deal('won', 5, 100);
  const value = { minor: 200, currency: 'EUR' };
  expect(isSameDeal(earlier, { at: 5, value })).toBe(true);
  expect(isSameDeal(earlier, { at: 6, value: earlier.value })).toBe(true);
  expect(isSameDeal(earlier, { at: null, value })).toBe(true);
  expect(isSameDeal(earlier, { at: 6, value: null })).toBe(true);
  expect(isSameDeal(earlier, { at: 6, value })).toBe(false);
});
