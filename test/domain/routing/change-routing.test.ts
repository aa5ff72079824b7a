import { expect, it } from 'vitest';
import { upsertRule } from '../../../src/domain/routing/change-routing.ts';
import { ANA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const RULE = { sources: [], regions: [], mode: 'assign' as const, people: [ANA], twice: [], cap: null };

it('a routing rule has people, and there are twenty at most', () => {
  const full = {
    rules: Array.from({ length: 20 }, (_, n) => upsertRule({ rules: [] }, `${n}`, RULE).rules[0]!),
  };
  expect(() => upsertRule(full, 'another', RULE)).toThrow(refused('too_many_rules', { most: 20 }));
  expect(upsertRule(full, '3', RULE).rules).toHaveLength(20);
  expect(() => upsertRule({ rules: [] }, '1', { ...RULE, people: [] })).toThrow(
    refused('rule_people_needed'),
  );
});
