import { describe, expect, it } from 'vitest';
import { previewRoutes } from '../../../src/usecases/routing/preview-routes.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN } from '../../support/people.ts';
import { arrive, RULE, setRule, shown, world } from '../../support/routed-leads.ts';

for (const dialect of DIALECTS) {
  describe(`routing on ${dialect}`, () => {
    it('shows whom the latest leads would have gone to, and changes nothing', async () => {
      const ctx = await world(dialect, null);
      await arrive(ctx, 2);
      await setRule(ctx, RULE);
      const { routes } = await previewRoutes(ctx, 100);
      expect(routes.map(({ lead, note }) => [lead.name, note?.to, note?.open])).toEqual([
        ['Dana 1', ANA, 0],
        ['Dana 2', BEN, 0],
      ]);
      expect(await shown(ctx, 'lead_line')).toEqual([]);
    });
  });
}
