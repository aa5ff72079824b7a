import { describe, expect, it } from 'vitest';
import { footnotes } from '../../../src/sentences/en/scorecard/headline.ts';
import { berlin } from '../../support/berlin.ts';
import { said, scorecard, times } from '../../support/built-week.ts';
import { MAX } from '../../support/people.ts';
import { fact, spend, worked } from '../../support/scorecard-facts.ts';

describe('the numbers of a week', () => {
  it('count both sides in what a lead cost, and each side apart', () => {
    const leads = [...times(9, () => fact()), fact({ state: 'won' })];
    const card = scorecard(leads, {
      spend: [spend({ minor: 30_000 }), spend({ minor: 10_000, side: 'sales', source: null })],
    });
    expect(said(card, 'costPerLead')[0]).toBe('€40');
    expect(said(card, 'costPerWon')[0]).toBe('€400*');
    expect(said(card, 'marketingCostPerLead')[0]).toBe('€30');
    expect(said(card, 'salesCostPerWon')[0]).toBe('€100*');
  });

  it('spread the spend of a month by day', () => {
    const month = spend({ minor: 30_000, from: '2026-11-01', to: '2026-11-30' });
    const card = scorecard(
      times(10, () => fact()),
      { spend: [month] },
    );
    expect(card.spend).toBe(7_000);
    expect(said(card, 'costPerLead').slice(0, 2)).toEqual(['€7', '–']);
  });

  it('never add money across currencies', () => {
    const card = scorecard([fact()], {
      spend: [spend({ minor: 500 }), spend({ minor: 900, currency: 'USD' })],
    });
    expect(card.spend).toBe(500);
    expect(footnotes(card)).toContain('Spent as well, not added: $9.');
  });

  it('tell the promises kept, with the waiting ones in neither number', () => {
    const card = scorecard([
      ...times(9, () => worked(30, 60)),
      worked(30, 600),
      worked(30, 0, { contactedAt: null }),
      worked(0, 0, { contactedAt: null, receivedAt: berlin('2026-11-22T20:00') }),
    ]);
    expect(said(card, 'contactedInTime')[0]).toBe('82 % (9/11)');
    expect(said(card, 'claimedInTime')[0]).toBe('100 % (12/12)');
  });

  it('tell times as median and nine in ten, working and by the wall', () => {
    const monday = (minutes: number) => berlin('2026-11-16T09:00') + minutes * 60_000;
    const leads = times(11, (n) => {
      const receivedAt = berlin('2026-11-15T09:00');
      return worked(0, 0, { receivedAt: receivedAt + 86_400_000 - 3_600_000, claimedAt: monday(n * 10) });
    });
    const card = scorecard(leads);
    expect(said(card, 'claimTime')[0]).toBe('50 min, 90 % in 1 h 30 min (of 11)');
    expect(said(card, 'claimWallTime')[0]).toBe('1 h 50 min, 90 % in 2 h 30 min (of 11)');
  });

  it('call a lead untouched only when its promise is past', () => {
    const card = scorecard([fact(), fact({ receivedAt: berlin('2026-11-22T20:00') })]);
    expect(said(card, 'untouched')[0]).toBe('1');
    expect(card.agenda).toContainEqual({ side: 'sales', owner: MAX, point: { code: 'unclaimed', leads: 1 } });
  });
});
