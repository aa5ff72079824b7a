import { expect, it } from 'vitest';
import { changeReason, LONGEST_LABEL, retireReason } from '../../../src/domain/reject-reason/reason-list.ts';
import { FIRST_REASONS } from '../../../src/domain/reject-reason/reject-reason.ts';
import { refused } from '../../support/refused.ts';

const NOW = Date.parse('2026-11-17T14:15:00+01:00');

it('the list of reject reasons keeps one, with a name that a menu can show', () => {
  const list = FIRST_REASONS.map((reason) => ({ ...reason, retiredAt: null }));
  const [first] = list;
  const words = { consequence: null, whoActs: null };
  const named = (label: string) => () => changeReason(list, first!.code, { ...words, label });
  for (const label of [' ', 'x'.repeat(LONGEST_LABEL + 1)])
    expect(named(label)).toThrow(refused('reason_label_length', { most: LONGEST_LABEL }));
  expect(() => retireReason([first!], first!.code, NOW)).toThrow(refused('last_reason'));
});

it('what follows from a reason may change: what it asks for and whether it counts go with it, and words of before are left out', () => {
  const list = FIRST_REASONS.map((reason) => ({ ...reason, retiredAt: null }));
  const before = list.find(({ code }) => code === 'no_budget')!;
  const words = { label: before.label, consequence: before.consequence, whoActs: before.whoActs };
  const change = (rest: object) => changeReason(list, 'no_budget', { ...words, ...rest });
  expect(change({})).toEqual(before);
  expect(change({ outcome: { kind: 'dropped' } })).toMatchObject({ counts: false, consequence: null });
  expect(change({ outcome: { kind: 'rests_until' }, needs: null })).toMatchObject({ needs: 'date' });
  expect(change({ outcome: { kind: 'closed' }, consequence: 'closed for good' })).toMatchObject({
    consequence: 'closed for good',
    counts: true,
  });
  expect(() => change({ outcome: { kind: 'rests', days: 0 } })).toThrow(
    refused('rest_days_needed', { most: 1095 }),
  );
});
