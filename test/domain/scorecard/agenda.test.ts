import { describe, expect, it } from 'vitest';
import { type AgendaItem, agendaOf, fatesOf } from '../../../src/domain/scorecard/agenda.ts';
import type { AgendaFacts } from '../../../src/domain/scorecard/agenda-rules.ts';
import type { Figure } from '../../../src/domain/scorecard/figure.ts';
import { sayAgendaPoint, sayFate } from '../../../src/sentences/en/scorecard/agenda.ts';
import { PLAIN } from '../../../src/sentences/voice.ts';
import { scorecard } from '../../support/built-week.ts';
import { MAX, MIA } from '../../support/people.ts';

const OWNERS = { sales: MAX, marketing: MIA };
const { metrics } = scorecard([]);
const compared = (now: Figure) => ({ now, last: now, average: now });
const factsWith = (changes: Partial<AgendaFacts>): AgendaFacts => ({
  ...{ metrics, rejections: [], spend: 1, sources: [], currency: 'EUR', silent: [], unanswered: [] },
  ...changes,
});
const texts = (changes: Partial<AgendaFacts>) =>
  agendaOf(factsWith(changes), OWNERS).map(({ side, point }) => `${side}: ${sayAgendaPoint(point, PLAIN)}`);
const row = (source: string | null, leads: number, spend: number | null) => ({
  ...{ source, leads, spend },
  ...{ open: leads, qualified: 0, rejected: 0, won: 0 },
});

describe('what is worth talking about', () => {
  it('is nothing in a week in which nothing happened', () => {
    expect(texts({})).toEqual([]);
  });

  it('is first of all money that was spent without a lead, of the source on which most was', () => {
    const sources = [row('Fair', 0, 5_000), row('Ads', 0, 120_000), row('Web', 2, 900_000), row(null, 0, 7)];
    expect(texts({ sources })).toEqual([
      'marketing: €1,200 was spent on Ads, and no lead came of it in this week, as with 1 more source.',
    ]);
    expect(texts({ sources: [row('Fair', 0, 0), row('Web', 0, null), row(null, 0, 900)] })).toEqual([]);
  });

  it('is a source that has fallen silent, the longest, and rejects that nobody has answered in time, the most', () => {
    const silent = [
      { source: 'Ads', since: '2026-11-17' },
      { source: 'Webinar', since: '2026-11-03' },
    ];
    const unanswered = [{ of: 'Hotels Q4', leads: 14 }];
    expect(texts({ silent, unanswered })).toEqual([
      'marketing: Webinar has brought no lead since 3 Nov, as with 1 more source.',
      'marketing: What was rejected of Hotels Q4 (14 leads) was not answered in time.',
    ]);
    const more = [...unanswered, { of: 'Spa', leads: 2 }];
    expect(texts({ unanswered: more })[0]).toContain(', nor was that of 1 more campaign.');
    expect(texts({ unanswered: [{ of: null, leads: 1 }] })[0]).toContain(
      'of leads without a source (1 lead)',
    );
    const last = agendaOf(factsWith({ silent, unanswered }), OWNERS);
    const fates = (changes: Partial<AgendaFacts>) =>
      fatesOf(last, factsWith(changes)).map((each) => sayFate(each, PLAIN));
    expect(fates({})).toEqual([
      'Done. No lead of Webinar: since 3 Nov → leads again.',
      'Done. Rejected of Hotels Q4 and not answered: 14 leads → 0 leads.',
    ]);
    expect(fates({ silent, unanswered: [{ of: 'Hotels Q4', leads: 3 }] })).toEqual([
      'Still so. No lead of Webinar: since 3 Nov → since 3 Nov.',
      'Better. Rejected of Hotels Q4 and not answered: 14 leads → 3 leads.',
    ]);
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

  it('is leads that name no source, and the number that has moved most for the worse', () => {
    expect(texts({ sources: [row('Web', 5, null), row(null, 2, null)] })).toEqual([
      'marketing: 2 of 7 leads name no source.',
    ]);
    const moved = (part: number) => ({
      ...{ now: { kind: 'rate' as const, part, of: 20 }, last: { kind: 'rate' as const, part, of: 20 } },
      average: { kind: 'rate' as const, part: 64, of: 80 },
    });
    const worse = { ...metrics, claimedInTime: moved(12), acceptedRate: moved(4) };
    expect(texts({ metrics: worse })).toEqual([
      'marketing: Accepted of judged: 20 % (4/20), on average 80 % (64/80) before: no other number has moved so far for the worse.',
    ]);
    expect(texts({ metrics: { ...metrics, claimedInTime: moved(14) } })).toEqual([]);
  });
});

describe('what became of the last agenda', () => {
  const late: AgendaItem = {
    ...{ side: 'sales', owner: MAX },
    point: { code: 'contact_late', part: 6, of: 10 },
  };
  const fates = (items: AgendaItem[], changes: Partial<AgendaFacts>) =>
    fatesOf(items, factsWith(changes)).map(({ fate, now }) => [fate, now]);
  const contacts = (part: number, of: number) => ({
    metrics: { ...metrics, contactedInTime: compared({ kind: 'rate', part, of }) },
  });

  it('is done, better, or still so, by the same rule; and where there is nothing to measure it by, that is said', () => {
    expect(fates([late], contacts(9, 10))).toEqual([['done', { code: 'contact_late', part: 9, of: 10 }]]);
    expect(fates([late], contacts(7, 10))[0]?.[0]).toBe('better');
    expect(fates([late], contacts(12, 20))[0]?.[0]).toBe('still');
    expect(fates([late], contacts(5, 10))[0]?.[0]).toBe('still');
    expect(fates([late], contacts(0, 0))).toEqual([['unknown', null]]);
  });

  it('is of the same source and the same reason, whatever weighs most by now', () => {
    const money: AgendaItem = {
      ...{ side: 'marketing', owner: MIA },
      point: {
        code: 'money_without_leads',
        source: 'Ads',
        minor: 9_000,
        currency: 'EUR',
        leads: 0,
        others: 0,
      },
    };
    const reason: AgendaItem = {
      ...{ side: 'marketing', owner: MIA },
      point: { code: 'one_reason', leads: 4, of: 5, reason: 'price', label: 'Price', campaign: null },
    };
    const because = (code: string, label: string, leads: number) => ({
      ...{ reason: code, label, leads },
      campaigns: [],
    });
    const rejections = [because('spam', 'Spam', 6), because('price', 'Too dear', 4)];
    const sources = [row('Fair', 0, 50_000), row('Ads', 3, 9_000)];
    expect(fates([money, reason], { sources, rejections })).toEqual([
      ['done', { ...money.point, leads: 3 }],
      ['better', { ...reason.point, of: 10, label: 'Too dear' }],
    ]);
    expect(fates([money, reason], {})).toEqual([
      ['done', { ...money.point, minor: 0 }],
      ['unknown', null],
    ]);
  });

  it('is not told of what an earlier version published in words', () => {
    expect(fates([{ ...late, point: { code: 'in_words', text: 'x' } }], {})).toEqual([]);
  });
});
