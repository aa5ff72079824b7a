import { describe, expect, it } from 'vitest';
import { findLeadsOfDeals, loadFileDeals } from '../../../src/usecases/deal/file-deals.ts';
import { bring } from '../../support/brought.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { receiveOne } from '../../support/one-lead.ts';

for (const dialect of DIALECTS) {
  describe(`deals of files, on ${dialect}`, () => {
    it('are of whoever is named, by id or address, and of nobody where nobody is known', async () => {
      const ctx = await testContext(dialect);
      const id = await receiveOne(ctx, { externalId: 'x1', email: 'wanda@kiln.example' });
      const told = [
        { externalId: 'x1' },
        { email: 'Wanda@kiln.example' },
        { externalId: 'nobody' },
        { leadId: id },
      ];
      expect(await findLeadsOfDeals(ctx, told)).toEqual([id, id, null, id]);
    });

    it('are kept as the last file has each', async () => {
      const ctx = await testContext(dialect);
      const first = await receiveOne(ctx, { externalId: 'x1', email: 'wanda@kiln.example' });
      const same = await receiveOne(ctx, { externalId: 'x2', email: 'wanda@home.example' });
      const deals = (rows: string) => bring(ctx, 'outcomes', `externalId,dealId,outcome,value,at\n${rows}`);
      await deals('x1,d1,won,10,2026-11-12\nx2,d2,won,20,2026-11-12\n');
      await deals('x1,d1,won,15,2026-11-12\n');
      const all = await loadFileDeals(ctx, [first, same]);
      expect(all.get(first)).toMatchObject([{ id: 'd1', value: { minor: 1500 } }]);
      expect(all.get(same)).toMatchObject([{ id: 'd2', value: { minor: 2000 } }]);
    });
  });
}
