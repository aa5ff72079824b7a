import { describe, expect, it } from 'vitest';
import { leadPreview } from '../../../src/usecases/lead/preview-leads.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

const dana = { source: 'Fair', externalId: '1', name: 'Dana Whitfield', email: 'dana@harbour.example' };
const rui = { source: 'Fair', externalId: '2', name: 'Rui Castelo', email: 'rui@cove.example' };

describe.each(DIALECTS)('leads that are only looked at, on %s', (dialect) => {
  it('are new, here already, or somebody else’s id, also where it came in an earlier part', async () => {
    const ctx = await testContext(dialect);
    await receiveLeads(ctx, [dana], { by: 'import', post: 'none' });
    const look = leadPreview(ctx, { post: 'all' });
    const fates = async (leads: Parameters<typeof look>[0]) => (await look(leads)).map(({ fate }) => fate);
    expect(await fates([dana, rui, { ...rui, externalId: '1' }])).toEqual(['unchanged', 'taken', 'another']);
    expect(await fates([rui, { ...dana, externalId: '2' }])).toEqual(['unchanged', 'another']);
    expect(await look([{ ...rui, externalId: '3' }])).toEqual([{ fate: 'taken', isCarded: true }]);
    const rows = await ctx.db.transaction((tx) => tx.sql.selectFrom('lead').select('id').execute());
    expect(rows).toHaveLength(1);
  });
});
