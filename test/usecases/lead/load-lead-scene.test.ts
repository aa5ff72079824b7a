import { describe, expect, it } from 'vitest';
import { detailsModal } from '../../../src/slack/views/lead/details-modal.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { loadLeadScene, loadVerdictScene, prepareMove } from '../../../src/usecases/lead/load-lead-scene.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { textOf } from '../../support/messages.ts';
import { receiveOne } from '../../support/one-lead.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  it(`An old lead out of a file says once that nothing was promised about it, until somebody takes it, on ${dialect}`, async () => {
    const ctx = await testContext(dialect);
    const old = { source: 'Fair', name: 'Dana Whitfield', receivedAt: ctx.clock.now() - 90 * 86_400_000 };
    const [received] = await receiveLeads(ctx, [old], { by: 'import', post: 'recent' });
    const shown = async () => {
      const scene = await loadLeadScene(ctx, { leadId: received!.id, person: ANA });
      return textOf(detailsModal({ ...scene, reasonLabel: null, timezone: 'UTC' }));
    };
    expect((await shown()).match(/nothing was promised about it/g)).toHaveLength(1);
    await claimLead(ctx, { leadId: received!.id, person: ANA });
    expect(await shown()).not.toContain('nothing was promised');
  });

  describe(`what a modal about a lead is drawn from, on ${dialect}`, () => {
    it('is not opened for who could only be refused, and is drawn again whatever has happened', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      expect(
        (await prepareMove(ctx, { leadId, person: ANA }, { states: ['claimed'], what: 'qualify' })).reasons
          .length,
      ).toBeGreaterThan(3);
      await expect(
        prepareMove(ctx, { leadId, person: BEN }, { states: ['claimed'], what: 'qualify' }),
      ).rejects.toThrow(refused('lead_not_yours'));
      await expect(
        prepareMove(ctx, { leadId, person: ANA }, { states: ['new'], what: 'qualify' }),
      ).rejects.toThrow(refused('lead_moved_on'));
      expect((await loadVerdictScene(ctx, { leadId, person: ANA })).lead.owner).toBe(ANA);
    });

    it('shows how to reach the lead to whom the team allows, and why it was rejected', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx, { email: 'dana@harbour.example' });
      await rejectLead(ctx, { leadId, person: ANA, reasonCode: 'spam', detail: null, note: null });
      await changeSettings(ctx, { person: MAX, change: () => ({ contactShownTo: 'owner' }) });
      const scene = await loadLeadScene(ctx, { leadId, person: ANA });
      expect(scene).toMatchObject({
        lead: { email: expect.any(String) },
        reason: { code: 'spam' },
        merged: [],
      });
      expect((await loadLeadScene(ctx, { leadId, person: BEN })).lead.email).toBeNull();
    });
  });
}
