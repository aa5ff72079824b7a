import { describe, expect, it } from 'vitest';
import type { AgendaPoint } from '../../../../src/domain/scorecard/agenda.ts';
import { sayAgendaPoint } from '../../../../src/sentences/en/scorecard/agenda.ts';
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
      { code: 'one_reason', leads: 4, of: 5, label: 'Not our market', campaign: 'Hotels Q4' },
      '4 of 5 rejected leads: Not our market, most from Hotels Q4.',
    ],
    [
      { code: 'one_reason', leads: 4, of: 5, label: 'No budget', campaign: null },
      '4 of 5 rejected leads: No budget.',
    ],
    [{ code: 'no_spend' }, 'No spend is recorded for this week, so no cost can be told.'],
    [{ code: 'in_words', text: 'As it was published.' }, 'As it was published.'],
  ])('says %o', (point, sentence) => {
    expect(sayAgendaPoint(point, PLAIN)).toBe(sentence);
  });

  it('calls nobody by a name from outside', () => {
    const label = '<!channel>';
    const points: AgendaPoint[] = [
      { code: 'one_reason', leads: 4, of: 5, label, campaign: '<!here>' },
      { code: 'in_words', text: label },
    ];
    expect(points.map((point) => sayAgendaPoint(point, MRKDWN))).toEqual([
      '4 of 5 rejected leads: &lt;!channel&gt;, most from &lt;!here&gt;.',
      '&lt;!channel&gt;',
    ]);
  });
});
