import { describe, expect, it } from 'vitest';
import { undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { qualifyLead } from '../../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { qualification, receiveOne, refusal } from '../../support/one-lead.ts';
import { BEN, MAX } from '../../support/people.ts';
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

    it('an old one without a card goes back as it came, without a card and with no promise', async () => {
      const ctx = await testContext(dialect);
      const old = { source: 'Fair', name: 'Dana', receivedAt: 0 };
      const [taken] = await receiveLeads(ctx, [old], { by: 'import', post: 'none' });
      const leadId = taken!.id;
      const { undoMove: seen } = await qualifyLead(ctx, qualification(leadId));
      await undoMove(ctx, { leadId, person: MAX, seen });
      const { lead, promises } = await ctx.db.transaction(async (tx) => ({
        lead: await tx.sql.selectFrom('lead').select(['state', 'cardChannel']).executeTakeFirstOrThrow(),
        promises: await tx.sql.selectFrom('promise').select('id').execute(),
      }));
      expect(lead).toEqual({ state: 'new', cardChannel: null });
      expect(promises).toEqual([]);
    });
  });
}
