import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { findLead } from '../../../src/store/lead/lead.ts';
import { upsertProfile } from '../../../src/store/team/person.ts';
import { claimLead, markContacted } from '../../../src/usecases/lead/claim-lead.ts';
import { releaseDeactivated } from '../../../src/usecases/nag/release-deactivated.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ARRIVED, arrive, outgoing, tick, world } from '../../support/nagged-team.ts';
import { BEN, MAX } from '../../support/people.ts';
import { sampleProfile } from '../../support/sample-person.ts';

const MINUTE = 60_000;

for (const dialect of DIALECTS) {
  describe(`the nag policy on ${dialect}`, () => {
    it('gives the leads of a deactivated account back, and tells the manager once', async () => {
      const ctx = await world(dialect);
      const leads = await arrive(ctx, 3);
      for (const leadId of leads) await claimLead(ctx, { leadId, person: BEN });
      await markContacted(ctx, { leadId: leads[0]!, person: BEN });
      await deactivate(ctx, BEN);
      const counts = await Promise.all([releaseDeactivated(ctx), releaseDeactivated(ctx)]);
      expect(counts.sort()).toEqual([0, 3]);
      await tick(ctx, ARRIVED + MINUTE);
      const lead = await ctx.db.transaction((tx) => findLead(tx, leads[0]!));
      expect(lead).toMatchObject({ state: 'new', owner: null, contactedAt: null });
      const lines = await outgoing(ctx);
      expect(lines.filter((line) => line.startsWith('person_gone'))).toEqual([
        `person_gone to ${MAX}: The account of <@${BEN}> is deactivated. I gave 3 leads of theirs back to the channel.`,
      ]);
      expect(lines.filter((line) => line.includes('is deactivated'))).toHaveLength(4);
    });
  });
}

async function deactivate(ctx: TestContext, id: PersonId): Promise<void> {
  const profile = sampleProfile(id, { name: null, isActive: false });
  await ctx.db.transaction((tx) => upsertProfile(tx, profile, ctx.clock.now()));
}
