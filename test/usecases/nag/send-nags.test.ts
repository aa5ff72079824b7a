import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../emulator/validation/index.ts';
import { type Lead, type LeadId, lifeOf } from '../../../src/domain/lead/lead.ts';
import { nextNagAt } from '../../../src/domain/nag/nag.ts';
import { findLead, insertLeads, updateLead } from '../../../src/store/lead/lead.ts';
import { insertLeadEvents } from '../../../src/store/lead/lead-event.ts';
import { updateNextNag } from '../../../src/store/nag/nag.ts';
import { sendNags } from '../../../src/usecases/nag/send-nags.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, LEADS } from '../../support/people.ts';
import { renderedMessage } from '../../support/rendered.ts';
import { BERLIN, SETTINGS, sampleLead } from '../../support/sample-lead.ts';

const MINUTE = 60_000;

const ARRIVED = berlin('2026-11-17T14:15');

for (const dialect of DIALECTS) {
  describe(`sending nags on ${dialect}`, () => {
    it('tells the timeline of a lead that nobody touches', async () => {
      const ctx = await world(dialect, [sampleLead()]);
      const timeline: string[] = [];
      for (let now = ARRIVED; now < ARRIVED + 2 * 24 * 60 * MINUTE; now += 5 * MINUTE) {
        ctx.clock.moveTo(now);
        if ((await sendNags(ctx)) === 0) continue;
        const [nag] = (await said(ctx)).slice(-1);
        timeline.push(`${inBerlin(now)}  ${nag}`);
      }
      console.log(timeline.join('\n'));
      expect(timeline).toEqual([
        'Tue 2026-11-17 15:55  in the thread: This waits to be claimed since 14:15 on Tue 17 Nov; we said 2 working hours, that is 16:15 on Tue 17 Nov.',
        `Tue 2026-11-17 16:15  to ${LEADS}: <!here> Dana Whitfield, Harbour Hotels waits to be claimed since 14:15 on Tue 17 Nov; we said 2 working hours, that was 16:15 on Tue 17 Nov. [Claim] [Qualify] [Reject]`,
        `Wed 2026-11-18 09:15  in the thread: This waits to be claimed since 14:15 on Tue 17 Nov; we said 2 working hours, that was 16:15 on Tue 17 Nov. The managers know.`,
      ]);
    });

    it('asks the owner of a claim without contact by DM, with the buttons right there', async () => {
      const claimed = sampleLead({ state: 'claimed', owner: ANA, claimedAt: berlin('2026-11-17T14:19') });
      const ctx = await world(dialect, [claimed]);
      ctx.clock.moveTo(berlin('2026-11-18T09:19'));
      await sendNags(ctx);
      expect(await said(ctx)).toEqual([
        `to ${ANA}: Dana Whitfield, Harbour Hotels waits for a first contact since 14:19 on Tue 17 Nov; we said 4 working hours, that was 09:19 on Wed 18 Nov. [Contacted] [Qualify] [Reject]`,
      ]);
    });

    it('says nothing outside of working hours, and says it in the morning', async () => {
      const ctx = await world(dialect, [sampleLead({ receivedAt: berlin('2026-11-20T15:00') })]);
      ctx.clock.moveTo(berlin('2026-11-21T11:00'));
      expect(await sendNags(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-11-23T08:59'));
      expect(await sendNags(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-11-23T09:00'));
      expect(await sendNags(ctx)).toBe(1);
    });

    it('says the latest step only after a jump of a week', async () => {
      const ctx = await world(dialect, [sampleLead()]);
      ctx.clock.moveTo(ARRIVED + 7 * 24 * 60 * MINUTE);
      expect(await sendNags(ctx)).toBe(1);
      expect((await said(ctx))[0]).toContain('The managers know');
      expect(await sendNags(ctx)).toBe(0);
    });

    it('says each step once when two replicas run at the same moment', async () => {
      const leads = Array.from({ length: 20 }, (_, n) => sampleLead({ id: `lead_${n}` as LeadId }));
      const ctx = await world(dialect, leads);
      ctx.clock.moveTo(berlin('2026-11-17T16:20'));
      const counts = await Promise.all([sendNags(ctx), sendNags(ctx), sendNags(ctx)]);
      expect(counts.reduce((sum, count) => sum + count)).toBe(20);
      expect(await said(ctx)).toHaveLength(20);
    });

    it('says nothing twice when the clock goes back or a lead is set to be looked at again', async () => {
      const ctx = await world(dialect, [sampleLead()]);
      ctx.clock.moveTo(berlin('2026-11-17T16:20'));
      await sendNags(ctx);
      ctx.clock.moveTo(berlin('2026-11-17T16:00'));
      await ctx.db.transaction((tx) => updateNextNag(tx, sampleLead().id, ARRIVED));
      expect(await sendNags(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-11-17T16:30'));
      await ctx.db.transaction((tx) => updateNextNag(tx, sampleLead().id, ARRIVED));
      expect(await sendNags(ctx)).toBe(0);
    });

    it('keeps quiet in the end about a lead that moved while the nag waited to be sent', async () => {
      const ctx = await world(dialect, [sampleLead()]);
      ctx.clock.moveTo(berlin('2026-11-17T16:20'));
      await sendNags(ctx);
      await ctx.db.transaction(async (tx) => {
        const lead = (await findLead(tx, sampleLead().id))!;
        const claimed = {
          ...lead,
          state: 'claimed',
          owner: ANA,
          claimedAt: ctx.clock.now(),
          version: 2,
        } as const;
        await updateLead(tx, claimed, lead);
      });
      expect(await said(ctx)).toEqual(['nothing any more']);
    });

    it('gives a lead that came off its rest its whole time again', async () => {
      const ctx = await world(dialect, [sampleLead()]);
      const back = berlin('2026-12-01T09:00');
      const event = {
        kind: 'came_off_rest',
        at: back,
        actor: 'tango',
        data: { to: null, reason: null },
      } as const;
      const row = { ...event, id: 'event_1', leadId: sampleLead().id, before: lifeOf(sampleLead()) };
      await ctx.db.transaction((tx) => insertLeadEvents(tx, [row]));
      ctx.clock.moveTo(back);
      expect(await sendNags(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-12-01T10:36'));
      expect(await sendNags(ctx)).toBe(1);
    });

    it('pings nobody through the name of a lead', async () => {
      const ctx = await world(dialect, [sampleLead({ name: '<!channel> & <script>' })]);
      ctx.clock.moveTo(berlin('2026-11-17T16:20'));
      await sendNags(ctx);
      expect((await said(ctx))[0]).toContain('&lt;!channel&gt; &amp; &lt;script&gt;, Harbour Hotels');
    });
  });
}

async function world(dialect: (typeof DIALECTS)[number], leads: Lead[]): Promise<TestContext> {
  const ctx = await testContext(dialect, { startAt: ARRIVED, firstStart: { timezone: BERLIN } });
  const ready = leads.map((lead) => ({ ...lead, nextNagAt: nextNagAt(lead, SETTINGS) }));
  await ctx.db.transaction((tx) => insertLeads(tx, ready));
  return ctx;
}

/** What would be said now about the nags in the outbox, in order; each as Slack would take it. */
function said(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['ref', 'target', 'threadOf'])
      .where('kind', '=', 'nag')
      .orderBy('id')
      .execute();
    const lines: string[] = [];
    for (const { ref, target, threadOf } of rows) {
      const view = await renderedMessage(tx, { kind: 'nag', ref }, ctx.clock.now());
      if (!view) lines.push('nothing any more');
      else {
        expect(checkMessage({ text: view.text, blocks: view.blocks })).toEqual([]);
        const buttons = view.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
        const labels = buttons.map((button) => ('text' in button ? ` [${button.text?.text}]` : ''));
        lines.push(`${threadOf ? 'in the thread' : `to ${target}`}: ${view.text}${labels.join('')}`);
      }
    }
    return lines;
  });
}
