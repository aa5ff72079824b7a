import { describe, expect, it } from 'vitest';
import type { AgendaPoint } from '../../../../src/domain/scorecard/agenda-point.ts';
import { sayAgendaPoint, sayFate } from '../../../../src/sentences/en/scorecard/agenda.ts';
import { PLAIN } from '../../../../src/sentences/voice.ts';
import { MRKDWN } from '../../../../src/slack/views/kit/voice.ts';

describe('the agenda', () => {
  it.each<[AgendaPoint, string]>([
    [{ code: 'unclaimed', leads: 1 }, 'One lead waits to be claimed.'],
    [{ code: 'unclaimed', leads: 2 }, '2 leads wait to be claimed.'],
    [{ code: 'contact_late', part: 5, of: 9 }, 'First contact in time: 56 % (5/9)*.'],
    [
      { code: 'other_reason', leads: 2, of: 9 },
      '2 of 9 rejected leads have “other” as their reason: is a reason missing from the list?',
    ],
    [
      { code: 'one_reason', leads: 4, of: 5, reason: null, label: 'Not our market', campaign: 'Hotels Q4' },
      '4 of 5 rejected leads: Not our market, most from Hotels Q4.',
    ],
    [
      { code: 'one_reason', leads: 4, of: 5, reason: null, label: 'No budget', campaign: null },
      '4 of 5 rejected leads: No budget.',
    ],
    [
      { code: 'no_spend', minor: null, currency: 'EUR' },
      'No spend is recorded for this week, so no cost can be told.',
    ],
    [{ code: 'no_source', leads: 1, of: 9 }, '1 of 9 leads names no source.'],
    [
      {
        code: 'worst_movement',
        metric: 'answeredInHour',
        now: { kind: 'rate', part: 4, of: 20 },
        average: { kind: 'rate', part: 60, of: 80 },
      },
      'Answered within an hour: 20 % (4/20), on average 75 % (60/80) before: no other number has moved so far for the worse.',
    ],
    [{ code: 'in_words', text: 'As it was published.' }, 'As it was published.'],
  ])('says %o', (point, sentence) => {
    expect(sayAgendaPoint(point, PLAIN)).toBe(sentence);
  });

  it('calls nobody by a name from outside', () => {
    const label = '<!channel>';
    const points: AgendaPoint[] = [
      { code: 'one_reason', leads: 4, of: 5, reason: null, label, campaign: '<!here>' },
      { code: 'in_words', text: label },
    ];
    expect(points.map((point) => sayAgendaPoint(point, MRKDWN))).toEqual([
      '4 of 5 rejected leads: &lt;!channel&gt;, most from &lt;!here&gt;.',
      '&lt;!channel&gt;',
    ]);
  });

  it('says what became of an item, with its figure then and now', () => {
    const item = { side: 'sales', owner: null } as const;
    const then: AgendaPoint = { code: 'contact_late', part: 7, of: 10 };
    const money = (minor: number, leads: number): AgendaPoint => ({
      ...{ code: 'money_without_leads', source: 'Ads', minor, currency: 'EUR', leads, others: 0 },
    });
    expect([
      sayFate({ ...item, fate: 'done', point: then, now: { ...then, part: 9 } }, PLAIN),
      sayFate({ ...item, fate: 'unknown', point: then, now: null }, PLAIN),
      sayFate({ ...item, fate: 'done', point: money(120_000, 0), now: money(30_000, 4) }, PLAIN),
      sayFate({ ...item, fate: 'done', point: money(120_000, 0), now: money(0, 0) }, PLAIN),
    ]).toEqual([
      'Done. First contact in time: 70 % (7/10) → 90 % (9/10).',
      'Cannot be told this week. First contact in time: 70 % (7/10).',
      'Done. Spent on Ads: €1,200, no lead → €300, 4 leads.',
      'Done. Spent on Ads: €1,200, no lead → nothing.',
    ]);
  });
});
