import { describe, expect, it } from 'vitest';
import { removeRoutingRule, upsertRoutingRule } from '../../../src/usecases/routing/edit-routing.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import { viewSettings } from '../../../src/usecases/team/load-settings.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';
import { world } from '../../support/routed-leads.ts';

for (const dialect of DIALECTS) {
  describe(`routing on ${dialect}`, () => {
    it('keeps both of two rules that are added at the same moment, and takes them down', async () => {
      const ctx = await world(dialect, null);
      const rule = { sources: [], regions: [], mode: 'assign' as const, people: [ANA], twice: [], cap: null };
      await Promise.all([
        upsertRoutingRule(ctx, { person: MAX, id: null, rule: { ...rule, sources: ['Webinar'] } }),
        upsertRoutingRule(ctx, { person: MAX, id: null, rule }),
      ]);
      const { routing } = await viewSettings(ctx);
      expect(routing.rules).toHaveLength(2);
      await expect(removeRoutingRule(ctx, { person: ANA, id: routing.rules[0]!.id })).rejects.toThrow(
        'managers',
      );
      await removeRoutingRule(ctx, { person: MAX, id: routing.rules[0]!.id });
      expect((await viewSettings(ctx)).routing.rules).toHaveLength(1);
      expect((await loadAuditLog(ctx)).entries.length).toBeGreaterThan(3);
    });

    it('keeps a long source whole, of which the menu of its form holds the beginning', async () => {
      const ctx = await world(dialect, null);
      const long = `Campaign ${'x'.repeat(180)}`;
      const rule = { sources: [long], regions: [], mode: 'assign' as const };
      const whole = { ...rule, people: [ANA], twice: [], cap: null };
      const { rules } = await upsertRoutingRule(ctx, { person: MAX, id: null, rule: whole });
      const again = { ...whole, sources: ['Webinar', long.slice(0, 150)] };
      await upsertRoutingRule(ctx, { person: MAX, id: rules[0]!.id, rule: again });
      expect((await viewSettings(ctx)).routing.rules[0]!.sources).toEqual(['Webinar', long]);
    });
  });
}
