import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../emulator/validation/index.ts';
import type { LeadInput } from '../../../src/domain/lead/receive.ts';
import { DAY, MINUTE } from '../../../src/domain/time/duration.ts';
import type { Tx } from '../../../src/store/transaction.ts';
import { snoozeLead, undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted } from '../../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { wakeRestingLeads } from '../../../src/usecases/lead/wake-resting-leads.ts';
import { sendNags } from '../../../src/usecases/nag/send-nags.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { textOf } from '../../support/messages.ts';
import { lookAt, nextNagOf } from '../../support/next-nag.ts';
import { ANA, LEADS, MAX } from '../../support/people.ts';
import { renderedMessage } from '../../support/rendered.ts';
import { BERLIN, sampleLead } from '../../support/sample-lead.ts';

const ARRIVED = berlin('2026-11-17T14:15');

for (const dialect of DIALECTS) {
  describe(`sending nags on ${dialect}`, () => {
    it('tells the timeline of a lead that nobody touches, until it moves', async () => {
      const ctx = await world(dialect);
      const timeline: string[] = [];
      for (let now = 0; now < ARRIVED + 2.7 * DAY; ) {
        now = (await nextNagOf(ctx, ctx.leadId)) ?? 0;
        const before = await said(ctx);
        ctx.clock.moveTo(now);
        await sendNags(ctx);
        const news = (await said(ctx)).slice(before.length);
        timeline.push(...news.map((line) => `${inBerlin(now)}  ${line}`));
      }
      console.log(timeline.join('\n'));
      expect(timeline.map((line) => line.slice(0, 78))).toEqual(
        [
          'Tue 2026-11-17 15:51  in the thread: This waits to be claimed since 14:15 on Tue 17 Nov; we said 2 working hours, that is 16:15 on Tue 17 Nov.',
          `Tue 2026-11-17 16:15  to ${LEADS}: Waiting to be claimed longer than we promised. [Claim] [Qualify] [Reject]`,
          `Wed 2026-11-18 09:15  to ${MAX}: 1 lead has waited past its promise.`,
          'Wed 2026-11-18 09:15  in the thread: This waits to be claimed since 14:15 on Tue 17 Nov; we said 2 working hours, that was 16:15 on Tue 17 Nov. The managers know.',
          `Thu 2026-11-19 09:00  to ${MAX}: 1 lead has waited past its promise.`,
          `Thu 2026-11-19 09:00  to ${LEADS}: 1 lead waits since an earlier day.`,
          `Fri 2026-11-20 09:00  to ${MAX}: 1 lead has waited past its promise.`,
          `Fri 2026-11-20 09:00  to ${LEADS}: 1 lead waits since an earlier day.`,
        ].map((line) => line.slice(0, 78)),
      );
    });

    it('asks the owner of a claim without contact by DM, with all that is needed to call', async () => {
      const reach = { email: 'dana@harbour.example', message: 'Please call me' };
      const ctx = await world(dialect, reach);
      ctx.clock.moveTo(berlin('2026-11-17T14:19'));
      await claimLead(ctx, { leadId: ctx.leadId, person: ANA });
      ctx.clock.moveTo(berlin('2026-11-18T09:19'));
      await sendNags(ctx);
      expect(await said(ctx)).toEqual([
        `to ${ANA}: Dana Whitfield, Harbour Hotels waits for a first contact since 14:19 on Tue 17 Nov; we said 4 working hours, that was 09:19 on Wed 18 Nov. [Contacted] [Qualify] [Reject]`,
      ]);
      expect(await shown(ctx, 'nag')).toMatch(/Please call me[\s\S]*mailto:dana@harbour.example/);
    });

    it('says nothing outside of working hours, and says it in the morning', async () => {
      const ctx = await world(dialect);
      ctx.clock.moveTo(berlin('2026-11-20T15:00'));
      await receiveLeads(ctx, [{ source: 'Webinar', name: 'Rui' }], { by: 'api', post: 'all' });
      await lookAt(ctx, ctx.leadId, null);
      ctx.clock.moveTo(berlin('2026-11-21T11:00'));
      expect(await sendNags(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-11-23T08:59'));
      expect(await sendNags(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-11-23T09:00'));
      expect(await sendNags(ctx)).toBe(1);
    });

    it('says the latest step only after a jump of a week', async () => {
      const ctx = await world(dialect);
      ctx.clock.moveTo(ARRIVED + 7 * DAY);
      expect(await sendNags(ctx)).toBe(1);
      expect(await said(ctx)).toEqual([
        expect.stringContaining(`to ${MAX}`),
        expect.stringContaining('The managers know'),
      ]);
      expect(await sendNags(ctx)).toBe(0);
    });

    it('says each step once when replicas run at the same moment, and what is due at one moment in one post', async () => {
      const ctx = await world(dialect, {}, 20);
      ctx.clock.moveTo(berlin('2026-11-17T16:20'));
      const counts = await Promise.all([sendNags(ctx), sendNags(ctx), sendNags(ctx)]);
      expect(counts.reduce((sum, count) => sum + count)).toBe(20);
      expect(await said(ctx)).toEqual([`to ${LEADS}: Waiting to be claimed longer than we promised.`]);
      expect((await shown(ctx, 'nag_post')).match(/Dana Whitfield/g)).toHaveLength(20);
    });

    it('writes what comes due a moment later into the same post, and what comes later still into another', async () => {
      const ctx = await world(dialect);
      for (const minutes of [3, 6, 40]) {
        ctx.clock.moveTo(ARRIVED + minutes * MINUTE);
        const another = { source: 'Fair', name: `After ${minutes}` };
        await receiveLeads(ctx, [another], { by: 'api', post: 'all' });
      }
      for (let minutes = 0; minutes < 45; minutes++) {
        ctx.clock.moveTo(berlin('2026-11-17T16:15') + minutes * MINUTE);
        await sendNags(ctx);
      }
      const posts = (await said(ctx)).filter((line) => line.startsWith(`to ${LEADS}`));
      expect(posts).toHaveLength(2);
      const first = await shown(ctx, 'nag_post');
      expect(first).toMatch(/Dana Whitfield[\s\S]*After 3[\s\S]*After 6/);
      expect(first).not.toContain('After 40');
    });

    it('takes a lead that was claimed out of the post, and says by whom', async () => {
      const ctx = await world(dialect, {}, 2);
      ctx.clock.moveTo(berlin('2026-11-17T16:20'));
      await sendNags(ctx);
      await posted(ctx);
      await claimLead(ctx, { leadId: ctx.leadId, person: ANA });
      expect(await shown(ctx, 'nag_post')).toMatch(/<@U_ANA> claimed it/);
      expect(await waiting(ctx)).toContain('nag_post');
    });

    it('says nothing twice when the clock goes back or a lead is set to be looked at again', async () => {
      const ctx = await world(dialect);
      ctx.clock.moveTo(berlin('2026-11-17T16:20'));
      await sendNags(ctx);
      ctx.clock.moveTo(berlin('2026-11-17T16:00'));
      await lookAt(ctx, ctx.leadId, ARRIVED);
      expect(await sendNags(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-11-17T16:30'));
      await lookAt(ctx, ctx.leadId, ARRIVED);
      expect(await sendNags(ctx)).toBe(0);
    });

    it('keeps quiet in the end about a lead that moved while the nag waited to be sent', async () => {
      const ctx = await world(dialect);
      ctx.clock.moveTo(berlin('2026-11-17T16:20'));
      await sendNags(ctx);
      await claimLead(ctx, { leadId: ctx.leadId, person: ANA });
      expect(await said(ctx)).toEqual(['nothing any more']);
    });

    it('says in place of a nag what became of the lead, whoever moved it, and takes its buttons away', async () => {
      const ctx = await world(dialect);
      ctx.clock.moveTo(berlin('2026-11-17T14:19'));
      await claimLead(ctx, { leadId: ctx.leadId, person: ANA });
      ctx.clock.moveTo(berlin('2026-11-18T09:19'));
      await sendNags(ctx);
      await posted(ctx);
      await markContacted(ctx, { leadId: ctx.leadId, person: ANA });
      expect(await said(ctx)).toEqual([`to ${ANA}: Dana Whitfield, Harbour Hotels has moved on.`]);
      expect(await shown(ctx, 'nag')).toContain('<@U_ANA> made the first contact');
      expect(await waiting(ctx)).toContain('nag');
    });

    it('gives a lead that came off its rest its whole time again', async () => {
      const ctx = await world(dialect);
      const rest = { reasonCode: 'unreachable', detail: '3', note: null };
      await rejectLead(ctx, { leadId: ctx.leadId, person: ANA, ...rest });
      ctx.clock.moveTo(berlin('2026-12-17T09:00'));
      await wakeRestingLeads(ctx);
      expect(await sendNags(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-12-17T10:36'));
      expect(await sendNags(ctx)).toBe(1);
    });

    it('chases a lead after its snooze was taken back as if there had been none', async () => {
      const ctx = await world(dialect);
      await claimLead(ctx, { leadId: ctx.leadId, person: ANA });
      await snoozeLead(ctx, { leadId: ctx.leadId, person: ANA, date: '2026-12-01' });
      await undoMove(ctx, { leadId: ctx.leadId, person: ANA });
      ctx.clock.moveTo(berlin('2026-11-18T09:20'));
      expect(await sendNags(ctx)).toBe(1);
    });

    it('pings nobody through the name of a lead', async () => {
      const ctx = await world(dialect, { name: '<!channel> & <script>' });
      ctx.clock.moveTo(berlin('2026-11-17T16:20'));
      await sendNags(ctx);
      expect(await shown(ctx, 'nag_post')).toContain('&lt;!channel&gt; &amp; &lt;script&gt;');
    });
  });
}

async function world(dialect: (typeof DIALECTS)[number], more: Partial<LeadInput> = {}, count = 1) {
  const ctx = await testContext(dialect, { startAt: ARRIVED, firstStart: { timezone: BERLIN } });
  const { name, company } = sampleLead();
  const input = { source: 'Webinar', name: name ?? '', company: company ?? '', ...more };
  const inputs = Array.from({ length: count }, () => input);
  const received = await receiveLeads(ctx, inputs, { by: 'api', post: 'all' });
  return { ...ctx, leadId: received[0]!.id };
}

const SAID = ['nag', 'nag_post', 'waiting_post', 'owed_digest'];

/** What would be said now about the nags in the outbox, in order; each as Slack would take it. */
function said(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const lines: string[] = [];
    for (const { kind, ref, target, threadOf } of await rows(tx)) {
      const view = await renderedMessage(tx, { kind, ref }, ctx.clock.now());
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

/** The first of that kind, as it would be shown now. */
function shown(ctx: TestContext, kind: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const row = (await rows(tx)).find((each) => each.kind === kind);
    const view = row && (await renderedMessage(tx, row, ctx.clock.now()));
    return view ? textOf(view) : '';
  });
}

/** All of it is in Slack. */
function posted(ctx: TestContext): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    for (const [n, { kind, ref, target }] of (await rows(tx)).entries())
      await tx.sql
        .insertInto('slackMessage')
        .values({ key: `${kind}:${ref}`, channel: target, ts: `1.${n}`, postedAt: ctx.clock.now() })
        .execute();
    await tx.sql.updateTable('outbox').set({ status: 'sent' }).execute();
  });
}

/** What kinds of messages are to be edited. Earlier versions left what they had posted as if it would be posted again. */
async function waiting(ctx: TestContext): Promise<string[]> {
  const left = await ctx.db.transaction((tx) =>
    tx.sql
      .selectFrom('outbox')
      .select('kind')
      .where('status', '=', 'pending')
      .where('lane', '=', 'edit')
      .execute(),
  );
  return left.map(({ kind }) => kind);
}

function rows(tx: Tx) {
  return tx.sql
    .selectFrom('outbox')
    .select(['kind', 'ref', 'target', 'threadOf'])
    .where('kind', 'in', SAID as 'nag'[])
    .orderBy('id')
    .execute();
}
