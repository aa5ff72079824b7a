import { describe, expect, it } from 'vitest';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { listBehind, loadBehind } from '../../../src/usecases/scorecard/load-behind.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA } from '../../support/people.ts';
import { MONDAY, W47, world } from '../../support/published-week.ts';

for (const dialect of DIALECTS) {
  describe(`what is behind a number, on ${dialect}`, () => {
    it('is listed a page at a time, and a page that is no more there is the last', async () => {
      const ctx = await world(dialect);
      const more = Array.from({ length: 20 }, (_, n) => ({
        ...{ source: 'Fair', name: `Dana ${n}`, receivedAt: MONDAY - 3 * 86_400_000 },
      }));
      await receiveLeads(ctx, more, { by: 'api', post: 'none' });
      const first = await loadBehind(ctx, ANA, { week: W47, metric: 'leads', page: 0 });
      expect(first).toMatchObject({ figure: { kind: 'count', value: 23 }, count: 23, pages: 3, offset: 0 });
      expect(first.rows).toHaveLength(10);
      const last = await loadBehind(ctx, ANA, { week: W47, metric: 'leads', page: 7 });
      expect([last.page, last.offset, last.rows.length]).toEqual([2, 20, 3]);
    });

    it('names amounts for money, and why a lead was rejected', async () => {
      const ctx = await world(dialect);
      const spent = await listBehind(ctx, { week: W47, metric: 'marketingCostPerLead' });
      expect(spent.rows.filter(({ is }) => is === 'amount')).toMatchObject([
        { amount: { amount: { minor: 3_000 } }, added: { part: 3_000, of: 0 } },
      ]);
      const rejected = await listBehind(ctx, { week: W47, metric: 'rejected' });
      expect(rejected.rows).toMatchObject([{ is: 'lead', reasonLabel: 'No budget' }]);
    });
  });
}
