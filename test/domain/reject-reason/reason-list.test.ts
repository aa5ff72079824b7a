import { expect, it } from 'vitest';
import { LONGEST_LABEL, retireReason, rewordReason } from '../../../src/domain/reject-reason/reason-list.ts';
import { FIRST_REASONS } from '../../../src/domain/reject-reason/reject-reason.ts';
import { refused } from '../../support/refused.ts';

const NOW = Date.parse('2026-11-17T14:15:00+01:00');

it('the list of reject reasons keeps one, with a name that a menu can show', () => {
  const list = FIRST_REASONS.map((reason) => ({ ...reason, retiredAt: null }));
  const [first] = list;
  const words = { consequence: null, whoActs: null };
  const named = (label: string) => () => rewordReason(list, first!.code, { ...words, label });
  for (const label of [' ', 'x'.repeat(LONGEST_LABEL + 1)])
    expect(named(label)).toThrow(refused('reason_label_length', { most: LONGEST_LABEL }));
  expect(() => retireReason([first!], first!.code, NOW)).toThrow(refused('last_reason'));
});
