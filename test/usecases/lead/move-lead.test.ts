import { describe, expect, it } from 'vitest';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { qualifyLead } from '../../../src/usecases/lead/qualify-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { qualification, receiveOne, refusal } from '../../support/one-lead.ts';
import { BEN } from '../../support/people.ts';
import { said } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`a lead that moved on meanwhile, on ${dialect}`, () => {
    it('redraws its card after a stale click and tells the person what happened', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await qualifyLead(ctx, qualification(leadId));
      const before = await ctx.db.transaction((tx) =>
        tx.sql
          .selectFrom('outbox')
          .select('generation')
          .where('kind', '=', 'lead_card')
          .executeTakeFirstOrThrow(),
      );
      const stale = await refusal(claimLead(ctx, { leadId, person: BEN }));
      expect(said(stale)).toMatch(/^This lead was qualified by <@U_ANA> .* I have refreshed the card\.$/);
      const after = await ctx.db.transaction((tx) =>
        tx.sql
          .selectFrom('outbox')
          .select('generation')
          .where('kind', '=', 'lead_card')
          .executeTakeFirstOrThrow(),
      );
      expect(after.generation).toBe(before.generation + 1);
    });
  });
}
