import { expect, it } from 'vitest';
import type { AgendaPoint } from '../../../src/domain/scorecard/agenda.ts';
import { scorecardJson } from '../../../src/domain/scorecard/scorecard-json.ts';
import { sayAgendaPoint } from '../../../src/sentences/en/scorecard/agenda.ts';
import { PLAIN } from '../../../src/sentences/voice.ts';
import { scorecard, times } from '../../support/built-week.ts';
import { fact, spend } from '../../support/scorecard-facts.ts';

const said = (point: AgendaPoint) => sayAgendaPoint(point, PLAIN);

it('Programs read amounts in major units, instants in ISO 8601, and null for what cannot be computed', () => {
  const card = scorecard([...times(2, () => fact()), fact({ state: 'won' })], {
    spend: [spend({ minor: 100_00 })],
  });
  const json = scorecardJson(card, null, said);
  expect(json).toMatchObject({
    week: '2026-W47',
    publishedAt: null,
    computedAt: '2026-11-23T08:00:00Z',
    spend: 100,
  });
  expect(json.metrics.costPerLead?.now).toEqual({
    ...{ kind: 'cost', value: 33.3333, spend: 100, per: 3, currency: 'EUR', tooFew: true },
  });
  expect(scorecardJson(scorecard([]), 0, said)).toMatchObject({
    publishedAt: '1970-01-01T00:00:00Z',
    metrics: { qualifiedRate: { now: { value: null, of: 0 } } },
  });
});
