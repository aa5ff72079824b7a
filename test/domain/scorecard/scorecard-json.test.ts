import { expect, it } from 'vitest';
import type { AgendaPoint } from '../../../src/domain/scorecard/agenda-point.ts';
import { scorecardJson } from '../../../src/domain/scorecard/scorecard-json.ts';
import { sayAgendaPoint } from '../../../src/sentences/en/scorecard/agenda.ts';
import { PLAIN } from '../../../src/sentences/voice.ts';
import { movedSince, scorecard, times, UNMOVED } from '../../support/built-week.ts';
import { fact, spend } from '../../support/scorecard-facts.ts';

const said = (point: AgendaPoint) => sayAgendaPoint(point, PLAIN);

it('Programs read amounts in major units, instants in ISO 8601, and null for what cannot be computed', () => {
  const card = scorecard([...times(2, () => fact()), fact({ state: 'won' })], {
    spend: [spend({ minor: 100_00 })],
  });
  const json = scorecardJson({ scorecard: card, published: null, ...UNMOVED }, said);
  expect(json).toMatchObject({
    week: '2026-W47',
    publishedAt: null,
    computedAt: '2026-11-23T08:00:00Z',
    spend: 100,
  });
  expect(json.metrics.costPerLead?.now).toEqual({
    ...{ kind: 'cost', value: 33.3333, spend: 100, per: 3, currency: 'EUR', tooFew: true },
  });
  const published = { scorecard: scorecard([]), publishedAt: 0 };
  const moved = movedSince(published.scorecard, card);
  expect(scorecardJson({ scorecard: card, published, ...UNMOVED, moved, entries: null }, said)).toMatchObject(
    {
      publishedAt: '1970-01-01T00:00:00Z',
      metrics: { leads: { now: { value: 3 } } },
      published: {
        metrics: { leads: { now: { value: 0 } }, qualifiedRate: { now: { value: null, of: 0 } } },
      },
      moved: expect.arrayContaining([
        {
          metric: 'won',
          before: { kind: 'count', value: 0 },
          now: { kind: 'count', value: 1 },
          entries: null,
        },
      ]),
    },
  );
});
