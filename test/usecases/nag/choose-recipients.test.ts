import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import type { ReceiptChannel } from '../../../src/domain/nag/receipt.ts';
import { claimLead, markContacted } from '../../../src/usecases/lead/claim-lead.ts';
import { sendDigests } from '../../../src/usecases/nag/send-digests.ts';
import { sendNags } from '../../../src/usecases/nag/send-nags.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { arrive, goOnLeave, outgoing, rendered, tick, world } from '../../support/nagged-team.ts';
import { nextNagOf } from '../../support/next-nag.ts';
import { ANA, BEN, LEADS, MAX } from '../../support/people.ts';

for (const dialect of DIALECTS) {
  describe(`the nag policy on ${dialect}`, () => {
    it('tells the timeline of a lead that is claimed and then left alone', async () => {
      const ctx = await world(dialect);
      const [lead] = await arrive(ctx, 1);
      await claimLead(ctx, { leadId: lead!, person: ANA });
      const timeline: string[] = [];
      for (let now = 0; now < berlin('2026-11-19T12:15'); ) {
        now = (await nextNagOf(ctx, lead!)) ?? Number.POSITIVE_INFINITY;
        const { length } = await rendered(ctx);
        await tick(ctx, now);
        const news = (await rendered(ctx)).slice(length);
        timeline.push(...news.map((line) => `${inBerlin(now)}  ${line}`));
      }
      console.log(timeline.join('\n'));
      expect(timeline.filter((line) => !line.includes(`we said`))).toEqual([
        `Wed 2026-11-18 13:15  owed_digest to ${MAX}: 1 lead has waited past its promise.`,
        `Wed 2026-11-18 17:15  lead_line in the thread: 17:15 on Wed 18 Nov: Tango gave it back to the channel: <@${ANA}> had it for 12 working hours without a first contact.`,
        `Wed 2026-11-18 17:15  lead_back to ${LEADS}: Dana 1: Nobody has contacted this lead yet; it is back for whoever is there.`,
        `Thu 2026-11-19 10:15  nag_post to ${LEADS}: Waiting to be claimed longer than we promised.`,
        `Thu 2026-11-19 12:15  owed_digest to ${MAX}: 1 lead has waited past its promise.`,
      ]);
      expect(timeline.filter((line) => line.includes('we said')).map((line) => line.slice(0, 43))).toEqual([
        'Tue 2026-11-17 17:27  nag in the thread: Th',
        'Wed 2026-11-18 09:15  nag to U_ANA: Dana 1 ',
        'Wed 2026-11-18 13:15  nag in the thread: Th',
        'Thu 2026-11-19 09:51  nag in the thread: Th',
        'Thu 2026-11-19 12:15  nag in the thread: Th',
      ]);
    });

    it('asks one person three times a day at most, and says the rest in one message', async () => {
      const ctx = await world(dialect);
      for (const leadId of await arrive(ctx, 6)) await claimLead(ctx, { leadId, person: ANA });
      await tick(ctx, berlin('2026-11-18T09:15'));
      const toAna = async () => (await outgoing(ctx)).filter((line) => line.includes(`to ${ANA}`));
      expect((await toAna()).filter((line) => line.startsWith('nag to'))).toHaveLength(3);
      expect((await toAna()).at(-1)).toBe(`nag_digest to ${ANA}: 3 more leads wait for you: see Home.`);
      // Done is done, and the next day begins again.
      await markContacted(ctx, { leadId: (await waitingOf(ctx, 'digest'))[0]!, person: ANA });
      expect((await toAna()).at(-1)).toContain('2 more leads wait for you');
      ctx.clock.moveTo(berlin('2026-11-18T15:00'));
      const [late] = await arrive(ctx, 1);
      await claimLead(ctx, { leadId: late!, person: ANA });
      await tick(ctx, berlin('2026-11-19T10:00'));
      expect((await toAna()).filter((line) => line.startsWith('nag to'))).toHaveLength(4);
    });

    it('calls the reps at work about a lead that nobody has, three times a day at most', async () => {
      const ctx = await world(dialect);
      await arrive(ctx, 5);
      await goOnLeave(ctx, BEN, { from: '2026-11-17', to: '2026-11-17' });
      await tick(ctx, berlin('2026-11-17T16:15'));
      const calls = (await outgoing(ctx)).map((line) => line.replace(/ Dana .*/, ''));
      expect(calls).toEqual([`nag_post to ${LEADS}: Waiting to be claimed longer than we promised.`]);
      expect(await called(ctx)).toEqual([ANA]);
      for (const hour of [10, 11, 12, 13, 14]) {
        ctx.clock.moveTo(berlin(`2026-11-18T${hour}:00`));
        await arrive(ctx, 1);
        await tick(ctx, berlin(`2026-11-18T${hour + 2}:00`));
      }
      expect(await called(ctx)).toEqual([ANA, ANA, ANA, ANA, BEN, BEN, BEN]);
    });

    it('keeps the caps when replicas run at the same moment', async () => {
      const ctx = await world(dialect);
      for (const leadId of await arrive(ctx, 8)) await claimLead(ctx, { leadId, person: ANA });
      ctx.clock.moveTo(berlin('2026-11-18T09:15'));
      await Promise.all([sendNags(ctx), sendNags(ctx), sendNags(ctx)]);
      await Promise.all([sendDigests(ctx), sendDigests(ctx)]);
      const lines = await outgoing(ctx);
      expect(lines.filter((line) => line.startsWith(`nag to ${ANA}`))).toHaveLength(3);
      expect(lines.filter((line) => line.startsWith('nag_digest'))).toEqual([
        `nag_digest to ${ANA}: 5 more leads wait for you: see Home.`,
      ]);
    });
  });
}

/** Each mention in the channel. */
async function called(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('nagReceipt').select('hearer').where('how', '=', 'mention').orderBy('hearer').execute(),
  );
  return rows.map(({ hearer }) => hearer);
}

/** The leads of the digest, oldest first. */
function waitingOf(ctx: TestContext, how: ReceiptChannel): Promise<LeadId[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('nagReceipt')
      .innerJoin('nag', 'nag.id', 'nagReceipt.nagId')
      .select('leadId')
      .where('how', '=', how)
      .orderBy('leadId')
      .execute();
    return rows.map(({ leadId }) => leadId);
  });
}
