import { expect, it } from 'vitest';
import { findKnownIds } from '../../../src/usecases/lead/find-known-ids.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

it.each(DIALECTS)('of many ids those are known under which a lead came, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  await receiveLeads(ctx, [{ source: 'Fair', externalId: '1' }], { by: 'import', post: 'none' });
  expect(await findKnownIds(ctx, ['1', '2'])).toEqual(new Set(['1']));
  expect(await findKnownIds(ctx, [])).toEqual(new Set());
});
