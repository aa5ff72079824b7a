import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../emulator/validation/index.ts';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { ReceiptChannel } from '../../src/domain/nag/receipt.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import type { Leave } from '../../src/domain/team/person.ts';
import { render } from '../../src/messages/index.ts';
import { findLead } from '../../src/store/lead/lead.ts';
import { recordMover, updateOwnTime, upsertProfile } from '../../src/store/team/person.ts';
import { claimLead, markContacted } from '../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { releaseDeactivated } from '../../src/usecases/nag/release-deactivated.ts';
import { sendDigests } from '../../src/usecases/nag/send-digests.ts';
import { sendNags } from '../../src/usecases/nag/send-nags.ts';
import { berlin, inBerlin } from '../support/berlin.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, BEN, LEADS, MAX, MIA } from '../support/people.ts';
import { BERLIN } from '../support/sample-lead.ts';

const MINUTE = 60_000;
const ARRIVED = berlin('2026-11-17T14:15');

for (const dialect of DIALECTS) {
  describe(`the nag policy on ${dialect}`, () => {
    it('tells the timeline of a lead that is claimed and then left alone', async () => {
      const ctx = await world(dialect);
      const [lead] = await arrive(ctx, 1);
      await claimLead(ctx, { leadId: lead!, person: ANA });
      const timeline: string[] = [];
      for (let now = await nextNag(ctx, lead!); now !== null; now = await nextNag(ctx, lead!)) {
        const { length } = await rendered(ctx);
        await tick(ctx, now);
        const news = (await rendered(ctx)).slice(length);
        timeline.push(...news.map((line) => `${inBerlin(now)}  ${line}`));
      }
      console.log(timeline.join('\n'));
      expect(timeline.filter((line) => !line.includes(`we said`))).toEqual([
        `Wed 2026-11-18 13:15  manager_digest to ${MAX}: 1 lead passed its promise today: 1 without contact (<@${ANA}>).`,
        `Wed 2026-11-18 17:15  lead_line in the thread: Wed 18 Nov, 17:15: Tango gave it back to the channel: <@${ANA}> had it for 12 working hours without a first contact.`,
        `Wed 2026-11-18 17:15  lead_back to ${LEADS}: Dana 1: Nobody has contacted this lead yet; it is back for whoever is there.`,
        `Thu 2026-11-19 12:15  manager_digest to ${MAX}: 1 lead passed its promise today: 1 unclaimed (Webinar).`,
      ]);
      expect(timeline.filter((line) => line.includes('we said')).map((line) => line.slice(0, 43))).toEqual([
        'Tue 2026-11-17 17:27  nag in the thread: Th',
        'Wed 2026-11-18 09:15  nag to U_ANA: Dana 1 ',
        'Wed 2026-11-18 13:15  nag in the thread: Th',
        'Thu 2026-11-19 09:51  nag in the thread: Th',
        'Thu 2026-11-19 10:15  nag to C_LEADS: <@U_A',
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
      expect(calls).toEqual([
        ...Array.from({ length: 3 }, () => `nag to ${LEADS}: <@${ANA}>`),
        ...Array.from({ length: 2 }, () => `nag to ${LEADS}:`),
      ]);
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

    it('tells a manager once a day of all that passed its promise, when they are at work', async () => {
      const ctx = await world(dialect);
      const [first, second] = await arrive(ctx, 4);
      await claimLead(ctx, { leadId: first!, person: BEN });
      await claimLead(ctx, { leadId: second!, person: BEN });
      await goOnLeave(ctx, BEN, { from: '2026-11-18', to: '2026-12-04' });
      const inNewYork = { id: MAX, name: 'max', timezone: 'America/New_York', isBot: false, isActive: true };
      await ctx.db.transaction((tx) => upsertProfile(tx, inNewYork, ctx.clock.now()));
      await tick(ctx, berlin('2026-11-18T14:00'));
      const digests = async () => (await outgoing(ctx)).filter((line) => line.startsWith('manager_digest'));
      expect(await digests()).toEqual([]);
      await tick(ctx, berlin('2026-11-18T14:59'));
      expect(await digests()).toEqual([]);
      await tick(ctx, berlin('2026-11-18T15:00'));
      const all = `2 unclaimed (Webinar, Trade fair), 2 without contact (<@${BEN}> is on leave: hand over?)`;
      expect(await digests()).toEqual([
        `manager_digest to ${MAX}: 4 leads passed their promise today: ${all}.`,
      ]);
      expect((await outgoing(ctx)).filter((line) => line.includes(`to ${BEN}`))).toEqual([]);
      await tick(ctx, berlin('2026-11-18T15:01'));
      expect(await digests()).toHaveLength(1);
    });

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

async function nextNag(ctx: TestContext, id: LeadId): Promise<number | null> {
  return (await ctx.db.transaction((tx) => findLead(tx, id)))?.nextNagAt ?? null;
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

type Dialect = (typeof DIALECTS)[number];

/** Ana and Ben are reps at work in Berlin, Max is their manager. */
async function world(dialect: Dialect): Promise<TestContext> {
  const ctx = await testContext(dialect, { startAt: ARRIVED, firstStart: { timezone: BERLIN } });
  await ctx.db.transaction(async (tx) => {
    for (const id of [ANA, BEN, MIA, MAX]) await recordMover(tx, id, ARRIVED);
  });
  return ctx;
}

async function arrive(ctx: TestContext, count: number): Promise<LeadId[]> {
  const inputs = Array.from({ length: count }, (_, n) => ({
    source: n % 2 === 0 ? 'Webinar' : 'Trade fair',
    name: `Dana ${n + 1}`,
  }));
  const received = await receiveLeads(ctx, inputs, { by: 'api', post: 'all' });
  return received.map(({ id }) => id);
}

async function goOnLeave(ctx: TestContext, id: PersonId, leave: Leave): Promise<void> {
  const own = { hours: null, region: null, leave: [leave] };
  await ctx.db.transaction((tx) => updateOwnTime(tx, id, own, ctx.clock.now()));
}

async function deactivate(ctx: TestContext, id: PersonId): Promise<void> {
  const profile = { id, name: null, timezone: null, isBot: false, isActive: false };
  await ctx.db.transaction((tx) => upsertProfile(tx, profile, ctx.clock.now()));
}

async function tick(ctx: TestContext, now: number): Promise<void> {
  ctx.clock.moveTo(now);
  await sendNags(ctx);
  await sendDigests(ctx);
  await releaseDeactivated(ctx);
}

const CHASING = ['nag', 'nag_digest', 'manager_digest', 'person_gone', 'lead_back', 'lead_line'] as const;

/** What would be said now, in the order of its enqueuing. */
async function outgoing(ctx: TestContext): Promise<string[]> {
  return (await rendered(ctx)).filter((line) => line !== '');
}

/** The same with empty lines for what has been overtaken; each as Slack would take it. */
function rendered(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['kind', 'ref', 'target', 'threadOf'])
      .where('kind', 'in', [...CHASING])
      .orderBy('id')
      .execute();
    const lines: string[] = [];
    for (const { kind, ref, target, threadOf } of rows) {
      const view = await render(tx, { kind: kind as (typeof CHASING)[number], ref }, ctx.clock.now());
      if (!view || !('text' in view)) {
        lines.push('');
        continue;
      }
      expect(checkMessage({ text: view.text, blocks: view.blocks })).toEqual([]);
      lines.push(`${kind} ${threadOf ? 'in the thread' : `to ${target}`}: ${view.text}`);
    }
    return lines;
  });
}
