import { expect, it } from 'vitest';
import { putRoutingRule } from '../../../src/usecases/routing/edit-routing.ts';
import { prepareRouting } from '../../../src/usecases/routing/prepare-routing.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';
import { ruleFor } from './rule.ts';

it.each(DIALECTS)('the rules are shown to a manager, and to nobody else, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  await putRoutingRule(ctx, { person: MAX, id: null, rule: ruleFor(ANA) });
  expect((await prepareRouting(ctx, MAX)).rules.map(({ sources }) => sources)).toEqual([['Webinar']]);
  await expect(prepareRouting(ctx, ANA)).rejects.toMatchObject({ code: 'forbidden' });
});
