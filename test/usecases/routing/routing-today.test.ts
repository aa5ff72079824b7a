import { expect, it } from 'vitest';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { routingToday } from '../../../src/usecases/routing/routing-today.ts';
import { perform } from '../../../src/usecases/work.ts';
import { testContext } from '../../support/context.ts';
import { ANA } from '../../support/people.ts';

it('A rule names its sources as they are called today, by whatever spelling it was made', async () => {
  const ctx = await testContext('sqlite');
  await receiveLeads(ctx, [{ source: 'Spring Fair', name: 'Dana' }], { by: 'api', post: 'none' });
  const rule = {
    ...{ id: 'rule_1', regions: [], mode: 'assign' as const, cap: null },
    ...{ people: [{ person: ANA, weight: 1 }], sources: ['spring-fair', 'SPRING FAIR', 'Booth'] },
  };
  const routing = await perform(ctx, 'tango', ({ tx, settings }) =>
    routingToday({ tx, settings: { ...settings, routing: { rules: [rule] } } }),
  );
  expect(routing.rules[0]?.sources).toEqual(['Spring Fair', 'Booth']);
});
