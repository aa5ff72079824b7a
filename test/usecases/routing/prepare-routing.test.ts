import { expect, it } from 'vitest';
import { removeRoutingRule, upsertRoutingRule } from '../../../src/usecases/routing/edit-routing.ts';
import {
  loadRoutingRule,
  prepareRouting,
  prepareRoutingRule,
} from '../../../src/usecases/routing/prepare-routing.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { ruleFor } from './rule.ts';

it.each(DIALECTS)('the rules are shown to a manager, and to nobody else, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  await upsertRoutingRule(ctx, { person: MAX, id: null, rule: ruleFor(ANA) });
  expect((await prepareRouting(ctx, MAX)).rules.map(({ sources }) => sources)).toEqual([['Webinar']]);
  await expect(prepareRouting(ctx, ANA)).rejects.toThrow(refused('managers_only'));
});

it.each(DIALECTS)('a rule is opened for a manager as long as it is there, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  const { rules } = await upsertRoutingRule(ctx, { person: MAX, id: null, rule: ruleFor(ANA) });
  const id = rules[0]!.id;
  expect(await prepareRoutingRule(ctx, { person: MAX, id })).toEqual(rules[0]);
  await expect(prepareRoutingRule(ctx, { person: ANA, id })).rejects.toThrow(refused('managers_only'));
  await removeRoutingRule(ctx, { person: MAX, id });
  await expect(prepareRoutingRule(ctx, { person: MAX, id })).rejects.toThrow(refused('rule_removed'));
});

it.each(DIALECTS)(
  'a form that is open already is drawn again whatever has become of its rule, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const { rules } = await upsertRoutingRule(ctx, { person: MAX, id: null, rule: ruleFor(ANA) });
    expect(await loadRoutingRule(ctx, rules[0]!.id)).toEqual(rules[0]);
    expect(await loadRoutingRule(ctx, 'rule_gone')).toBeNull();
    expect(await loadRoutingRule(ctx, null)).toBeNull();
  },
);
