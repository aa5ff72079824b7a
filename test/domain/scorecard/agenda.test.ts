import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../../src/domain/scorecard/agenda.ts';
import type { Figure } from '../../../src/domain/scorecard/figure.ts';
import { sayAgendaPoint } from '../../../src/sentences/en/scorecard/agenda.ts';
import { PLAIN } from '../../../src/sentences/voice.ts';
import { scorecard } from '../../support/built-week.ts';
import { MAX, MIA } from '../../support/people.ts';

const OWNERS = { sales: MAX, marketing: MIA };
const { metrics } = scorecard([]);
const compared = (now: Figure) => ({ now, last: now, average: now });
const texts = (changes: Partial<Parameters<typeof agendaOf>[0]>) =>
  agendaOf({
    metrics,
    rejections: [],
    spend: 1,
    sources: [],
    currency: 'EUR',
    owners: OWNERS,
    ...changes,
  }).map(({ side, point }) => `${side}: ${sayAgendaPoint(point, PLAIN)}`);

describe('what is worth talking about', () => {
  it('is nothing in a week in which nothing happened', () => {
    expect(texts({})).toEqual([]);
  });

  it('is first of all money that was spent without a lead, of the source on which most was', () => {
    const row = (source: string | null, leads: number, spend: number | null) => ({
      ...{ source, leads, spend },
      ...{ open: leads, qualified: 0, rejected: 0, won: 0 },
    });
    const sources = [row('Fair', 0, 5_000), row('Ads', 0, 120_000), row('Web', 2, 900_000), row(null, 0, 7)];
    expect(texts({ sources })).toEqual([
      'marketing: €1,200 was spent on Ads, and no lead came of it in this week, as with 1 more source.',
    ]);
    expect(texts({ sources: [row('Fair', 0, 0), row('Web', 0, null), row(null, 0, 900)] })).toEqual([]);
  });

  it('is who waits, and promises that were kept for fewer than eight in ten', () => {
    const untouched = compared({ kind: 'count', value: 2 });
    const late = compared({ kind: 'rate', part: 7, of: 10 });
    expect(texts({ metrics: { ...metrics, untouched, contactedInTime: late } })).toEqual([
      'sales: 2 leads wait to be claimed.',
      expect.stringMatching(/^sales: First contact in time: 70/),
    ]);
    const inTime = compared({ kind: 'rate', part: 8, of: 10 });
    expect(texts({ metrics: { ...metrics, contactedInTime: inTime } })).toEqual([]);
  });

  it('is one reason for many rejections, and a reason that is missing', () => {
    const because = (reason: string, leads: number) => ({
      reason,
      label: reason,
      leads,
      campaigns: [{ campaign: 'Hotels', leads }],
    });
    expect(texts({ rejections: [because('spam', 4), because('other', 1)] })).toEqual([
      'sales: 1 of 5 rejected leads have “other” as their reason: is a reason missing from the list?',
      'marketing: 4 of 5 rejected leads: spam, most from Hotels.',
    ]);
  });

  it('is spend that nobody recorded, where there were leads', () => {
    const leads = compared({ kind: 'count', value: 1 });
    expect(texts({ spend: null, metrics: { ...metrics, leads } })).toEqual([
      expect.stringContaining('No spend is recorded'),
    ]);
  });
});
