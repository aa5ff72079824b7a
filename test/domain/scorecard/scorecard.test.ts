import { describe, expect, it } from 'vitest';
import type { MetricId } from '../../../src/domain/scorecard/metrics.ts';
import { buildScorecard, type Scorecard } from '../../../src/domain/scorecard/scorecard.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { sayFigure } from '../../../src/sentences/en/scorecard/figure.ts';
import { footnotes } from '../../../src/sentences/en/scorecard/headline.ts';
import { berlin } from '../../support/berlin.ts';
import { MAX, MIA } from '../../support/people.ts';
import { fact, factsOf, spend, worked } from '../../support/scorecard-facts.ts';

const W47 = parseWeek('2026-W47');
const OWNERS = { sales: MAX, marketing: MIA };

function scorecard(...args: Parameters<typeof factsOf>): Scorecard {
  return buildScorecard(W47, factsOf(...args), OWNERS);
}

function said(card: Scorecard, id: MetricId): string[] {
  const { now, last, average } = card.metrics[id];
  return [now, last, average].map(sayFigure);
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const weeksAgo = (weeks: number) => berlin('2026-11-17T10:00') - weeks * 7 * 86_400_000;

describe('the numbers of a week', () => {
  it('count leads by their arrival in the zone of the team', () => {
    const card = scorecard([
      fact({ receivedAt: berlin('2026-11-15T23:59') }),
      fact({ receivedAt: berlin('2026-11-16T00:00') }),
      fact({ receivedAt: berlin('2026-11-22T23:59') }),
      fact({ receivedAt: berlin('2026-11-23T00:00') }),
    ]);
    expect(said(card, 'leads').slice(0, 2)).toEqual(['2', '1']);
  });

  it('compare with the week before and with four weeks together', () => {
    const card = scorecard([
      ...times(10, () => fact({ state: 'qualified' })),
      ...times(10, () => fact()),
      ...times(12, () => fact({ receivedAt: weeksAgo(1) })),
      ...times(4, () => fact({ receivedAt: weeksAgo(1), state: 'won' })),
      ...times(24, () => fact({ receivedAt: weeksAgo(4) })),
    ]);
    expect(said(card, 'leads')).toEqual(['20', '16', '10']);
    expect(said(card, 'qualifiedRate')).toEqual(['50 % (10/20)', '25 % (4/16)', '10 % (4/40)']);
  });

  it('average over the weeks since the first lead only', () => {
    const card = scorecard([fact(), ...times(6, () => fact({ receivedAt: weeksAgo(2) }))]);
    expect(said(card, 'leads')).toEqual(['1', '0', '3']);
    expect(footnotes(card)).toContain('The average is of 2 weeks.');
  });

  it('leave out tests, spam and duplicates, and say so', () => {
    const spam = fact({ state: 'rejected', reason: 'spam' });
    const card = scorecard([fact(), fact({ isTest: true }), spam, fact({ state: 'merged' })]);
    expect(said(card, 'leads')[0]).toBe('1');
    expect(footnotes(card)).toContain('Left out: 1 test, 2 spam or duplicate.');
    expect(card.rejections).toEqual([]);
  });

  it('mark what is too few to judge', () => {
    const nine = [fact({ state: 'qualified' }), ...times(8, () => fact())];
    expect(said(scorecard(nine), 'qualifiedRate')[0]).toBe('11 % (1/9)*');
    expect(said(scorecard([...nine, fact()]), 'qualifiedRate')[0]).toBe('10 % (1/10)');
  });

  it('say how much of the week is still open', () => {
    const card = scorecard([fact(), worked(1, 1), fact({ state: 'qualified' }), fact({ state: 'won' })]);
    expect(footnotes(card)[0]).toBe('Still open: 2 leads without a verdict, 1 open deal.');
  });

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
    expect(card.agenda).toContainEqual({
      side: 'sales',
      owner: MAX,
      point: { code: 'unclaimed', leads: 1 },
    });
  });

  it('promise nothing to old leads that came without a card', () => {
    const card = scorecard([fact({ cardChannel: null }), fact({ cardChannel: null, state: 'won' })]);
    expect(said(card, 'untouched')[0]).toBe('0');
    expect(said(card, 'claimedInTime')[0]).toBe('–');
    expect(card.open.withoutCard).toBe(1);
  });

  it('put each lead of a source into exactly one place', () => {
    const card = scorecard([
      fact(),
      fact({ state: 'resting', reason: 'other' }),
      fact({ state: 'lost' }),
      fact({ source: null, state: 'won' }),
    ]);
    expect(card.sources).toEqual([
      { source: 'Webinar', leads: 3, open: 1, qualified: 1, rejected: 1, won: 0, spend: null },
      { source: null, leads: 1, open: 0, qualified: 1, rejected: 0, won: 1, spend: null },
    ]);
  });

  it('tell why leads were rejected, by reason and campaign', () => {
    const rejected = (campaign: string | null) =>
      fact({ state: 'rejected', reason: 'not_our_market', campaign });
    const card = scorecard([...times(3, () => rejected('Hotels Q4')), rejected(null)]);
    expect(card.rejections).toEqual([
      {
        reason: 'not_our_market',
        label: 'Not our market',
        leads: 4,
        campaigns: [
          { campaign: 'Hotels Q4', leads: 3 },
          { campaign: null, leads: 1 },
        ],
      },
    ]);
    expect(card.agenda.find(({ side }) => side === 'marketing')?.point).toEqual({
      ...{ code: 'one_reason', leads: 4, of: 4 },
      ...{ label: 'Not our market', campaign: 'Hotels Q4' },
    });
  });

  it('say who is buying: segments that are won more often than all together', () => {
    const card = scorecard([
      ...times(10, (n) => fact({ segment: 'Hospitality', state: n < 4 ? 'won' : 'lost' })),
      ...times(10, () => fact({ segment: 'Retail', receivedAt: weeksAgo(7) })),
      fact({ segment: 'Travel', state: 'won' }),
      fact({ segment: null, state: 'won' }),
    ]);
    expect(card.buying).toEqual([
      { segment: 'Hospitality', leads: 10, won: 4 },
      { segment: 'Travel', leads: 1, won: 1 },
    ]);
  });
});
