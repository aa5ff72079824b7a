import { describe, expect, it } from 'vitest';
import type { Lead, LeadId } from '../../src/domain/lead/lead.ts';
import { findLead } from '../../src/store/lead/lead.ts';
import type { Context } from '../../src/usecases/context.ts';
import { claimLead } from '../../src/usecases/lead/claim-lead.ts';
import { mergeLead, splitLead } from '../../src/usecases/lead/merge-leads.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../src/usecases/lead/reject-lead.ts';
import { wakeRestingLeads } from '../../src/usecases/lead/wake-resting-leads.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, BEN, MAX } from '../support/people.ts';
import { fulfilled, race, rejections } from '../support/race.ts';
import { refused } from '../support/refused.ts';

const DANA = { source: 'Webinar', name: 'Dana Whitfield', email: 'dana@harbour.example' };

for (const dialect of DIALECTS) {
  describe(`a lead that two touch at the same moment, on ${dialect}`, () => {
    it('has one owner, and the slower one hears who it is', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receive(ctx);
      const clicks = [ANA, BEN].map((person) => () => claimLead(ctx, { leadId, person }));
      const results = await race(ctx.db, 'lead', clicks);
      expect(fulfilled(results)).toMatchObject([{ owner: ANA }]);
      expect(rejections(results)).toEqual([refused('lead_claimed_before', { by: ANA })]);
    });

    it('is known for a repeat though the other one is not there yet', async () => {
      const ctx = await testContext(dialect);
      const ways = ['Webinar', 'Fair'].map((source) => () => receive(ctx, { source }));
      await race(ctx.db, 'lead', ways);
      const matches = await ctx.db.transaction((tx) => tx.sql.selectFrom('leadMatch').selectAll().execute());
      expect(matches).toHaveLength(1);
    });

    it('is merged into one that is being claimed', async () => {
      const { ctx, first, again } = await twoOfDana(dialect);
      const results = await race(ctx.db, 'lead', [
        () => claimLead(ctx, { leadId: first, person: BEN }),
        () => mergeLead(ctx, { leadId: again, person: MAX }),
      ]);
      expect(rejections(results)).toEqual([]);
      expect(await leadNow(ctx, first)).toMatchObject({ state: 'claimed', owner: BEN });
      expect(await leadNow(ctx, again)).toMatchObject({ state: 'merged', mergedInto: first });
    });

    it('is parted from one that is being claimed', async () => {
      const { ctx, first, again } = await twoOfDana(dialect);
      await mergeLead(ctx, { leadId: again, person: MAX });
      const results = await race(ctx.db, 'lead', [
        () => claimLead(ctx, { leadId: first, person: BEN }),
        () => splitLead(ctx, { leadId: again, person: MAX }),
      ]);
      expect(rejections(results)).toEqual([]);
      expect(await leadNow(ctx, first)).toMatchObject({ state: 'claimed', owner: BEN });
      expect(await leadNow(ctx, again)).toMatchObject({ state: 'new', mergedInto: null });
    });

    it('comes off its rest once', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receive(ctx);
      const rejection = { reasonCode: 'bad_timing', detail: '2026-12-01', note: null };
      await rejectLead(ctx, { leadId, person: ANA, ...rejection });
      expect((await leadNow(ctx, leadId)).state).toBe('resting');
      ctx.clock.moveTo(Date.parse('2026-12-02T10:00:00Z'));
      const results = await race(ctx.db, 'lead', [() => wakeRestingLeads(ctx), () => wakeRestingLeads(ctx)]);
      expect(rejections(results)).toEqual([]);
      expect(fulfilled(results).sort()).toEqual([0, 1]);
    });
  });
}

async function receive(ctx: Context, facts = {}): Promise<LeadId> {
  const [received] = await receiveLeads(ctx, [{ ...DANA, ...facts }], { by: 'api', post: 'all' });
  return received!.id;
}

async function twoOfDana(dialect: (typeof DIALECTS)[number]) {
  const ctx = await testContext(dialect);
  return { ctx, first: await receive(ctx), again: await receive(ctx, { message: 'Again.' }) };
}

async function leadNow(ctx: Context, id: LeadId): Promise<Lead> {
  return (await ctx.db.transaction((tx) => findLead(tx, id)))!;
}
