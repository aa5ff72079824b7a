import { expect, it } from 'vitest';
import { AGENDA_RULE_IDS, sideOf } from '../../../src/domain/scorecard/agenda-rules.ts';
import { AGENDA_RULE_WORDS } from '../../../src/sentences/en/scorecard/agenda-rules.ts';

it('Money that was spent without a lead comes first, and each rule says when it applies', () => {
  expect(AGENDA_RULE_IDS[0]).toBe('money_without_leads');
  expect(Object.keys(AGENDA_RULE_WORDS).toSorted()).toEqual(AGENDA_RULE_IDS.toSorted());
});

it('A number that has moved is its side’s, and sales’ where it is of both', () => {
  const moved = { code: 'worst_movement', now: { kind: 'unknown' }, average: { kind: 'unknown' } } as const;
  expect(sideOf({ ...moved, metric: 'acceptedRate' })).toBe('marketing');
  expect(sideOf({ ...moved, metric: 'waitWallTime' })).toBe('sales');
  expect(sideOf({ code: 'unclaimed', leads: 1 })).toBe('sales');
});
