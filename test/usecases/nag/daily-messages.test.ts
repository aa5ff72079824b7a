import { describe, expect, it, onTestFinished } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { PROMISE_KINDS, type PromiseKind } from '../../../src/domain/promise/kinds.ts';
import { makePromise, type PromiseId } from '../../../src/domain/promise/promise.ts';
import { promiseCalendarOf } from '../../../src/domain/team/person.ts';
import { PROMISE_WORDS } from '../../../src/sentences/en/promise.ts';
import { writePromises } from '../../../src/store/promise/promise.ts';
import { loadSettings } from '../../../src/store/team/settings.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { mendLead } from '../../../src/usecases/lead/mend-lead.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { sendNags } from '../../../src/usecases/nag/send-nags.ts';
import { ask, NOW, tell } from '../../support/asked-field.ts';
import { berlin } from '../../support/berlin.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { textOf } from '../../support/messages.ts';
import { MINUTE, receiveOne } from '../../support/one-lead.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { renderedMessage } from '../../support/rendered.ts';
import { BERLIN } from '../../support/sample-lead.ts';

/** Asked and arrived on Friday, 20 November 2026, at ten. */
function world(dialect: (typeof DIALECTS)[number]): Promise<TestContext> {
  return testContext(dialect, { startAt: NOW, firstStart: { timezone: BERLIN } });
}

async function returned(ctx: TestContext): Promise<LeadId> {
  const leadId = await receiveOne(ctx);
  await claimLead(ctx, { leadId, person: ANA });
  await rejectLead(ctx, { leadId, person: ANA, reasonCode: 'bad_contact_data', detail: null, note: null });
  return leadId;
}

/** Who has a message of that kind, with its first line; those whose message would not be sent are left out. */
async function told(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['kind', 'ref', 'target'])
      .where('kind', '=', 'owed_digest')
      .orderBy('id')
      .execute();
    const lines: string[] = [];
    for (const row of rows) {
      const view = await renderedMessage(tx, row, ctx.clock.now());
      if (view) lines.push(`${row.ref.split('/').at(-1)} to ${row.target}: ${view.text}`);
    }
    return lines;
  });
}

async function shownTo(ctx: TestContext, person: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['kind', 'ref'])
      .where('kind', '=', 'owed_digest')
      .where('target', '=', person)
      .orderBy('id', 'desc')
      .execute();
    const view = rows[0] && (await renderedMessage(tx, rows[0], ctx.clock.now()));
    return view ? textOf(view) : '';
  });
}

async function posted(ctx: TestContext): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['ref'])
      .where('kind', '=', 'owed_digest')
      .execute();
    for (const [n, { ref }] of rows.entries())
      await tx.sql
        .insertInto('slackMessage')
        .values({ key: `owed_digest:${ref}`, channel: 'D_1', ts: `1.${n}`, postedAt: ctx.clock.now() })
        .execute();
  });
}

async function tick(ctx: TestContext, at: string): Promise<void> {
  ctx.clock.moveTo(berlin(at));
  await sendNags(ctx);
}

for (const dialect of DIALECTS) {
  describe(`what is owed besides the leads in the channel, on ${dialect}`, () => {
    it('is asked of marketing near its due time, then each working day, with the managers from twice the time on', async () => {
      const ctx = await world(dialect);
      await returned(ctx);
      await tick(ctx, '2026-11-23T15:00');
      expect(await told(ctx)).toEqual([]);
      await tick(ctx, '2026-11-23T15:24');
      expect(await told(ctx)).toEqual(['2026-11-23 to U_MIA: 1 thing waits for you.']);
      await tick(ctx, '2026-11-24T10:01');
      await tick(ctx, '2026-11-26T10:05');
      expect(await told(ctx)).toEqual([
        '2026-11-26 to U_MIA: 1 thing waits for you.',
        '2026-11-26 to U_MAX: 1 thing waits for others.',
      ]);
      expect(await shownTo(ctx, MIA)).toContain('Dana Whitfield, Harbour Hotels* waits to be mended');
      expect(await shownTo(ctx, MIA)).toContain('Mend');
      expect(await shownTo(ctx, MAX)).toContain('owed by marketing');
      await tick(ctx, '2026-11-27T09:00');
      expect(await told(ctx)).toEqual([
        '2026-11-27 to U_MIA: 1 thing waits for you.',
        '2026-11-27 to U_MAX: 1 thing waits for others.',
      ]);
    });

    it('says nothing at night or at the weekend, and nothing twice a day', async () => {
      const ctx = await world(dialect);
      await returned(ctx);
      await tick(ctx, '2026-11-28T12:00');
      expect(await told(ctx)).toEqual([]);
      for (const time of ['09:00', '09:01', '12:00', '17:59']) await tick(ctx, `2026-11-30T${time}`);
      expect(await told(ctx)).toHaveLength(2);
    });

    it('takes what is done out of the messages of the day, and says so where nothing is left', async () => {
      const ctx = await world(dialect);
      const [first, second] = [await returned(ctx), await returned(ctx)];
      await tick(ctx, '2026-11-24T11:00');
      await posted(ctx);
      expect(await told(ctx)).toEqual(['2026-11-24 to U_MIA: 2 things wait for you.']);
      const mended = { email: 'dana@other.example' };
      await mendLead(ctx, { leadId: first, person: MIA, mended });
      expect(await told(ctx)).toEqual(['2026-11-24 to U_MIA: 1 thing waits for you.']);
      await mendLead(ctx, { leadId: second, person: MIA, mended: { email: 'ute@other.example' } });
      expect(await told(ctx)).toEqual(['2026-11-24 to U_MIA: All that waited here is done.']);
    });

    it('asks those who were asked for a story, then tells who asked; once it is told, marketing decides', async () => {
      const ctx = await world(dialect);
      await ask(ctx);
      await tick(ctx, '2026-11-26T17:00');
      expect(await told(ctx)).toEqual([
        '2026-11-26 to U_ANA: 1 thing waits for you.',
        '2026-11-26 to U_BEN: 1 thing waits for you.',
      ]);
      expect(await shownTo(ctx, BEN)).toContain('waits for an answer');
      await tick(ctx, '2026-12-01T11:00');
      expect((await told(ctx)).at(-1)).toBe('2026-12-01 to U_MIA: 1 thing waits for others.');
      await tell(ctx, ANA);
      expect((await told(ctx)).filter((line) => line.startsWith('2026-12-01'))).toEqual([]);
      await tick(ctx, '2026-12-08T10:30');
      expect((await told(ctx)).at(-1)).toBe('2026-12-08 to U_MIA: 1 thing waits for you.');
      expect(await shownTo(ctx, MIA)).toContain('waits for a decision');
    });

    it('is any kind that somebody adds with its target and its sentence, and nothing else', async () => {
      const ctx = await world(dialect);
      const leadId = await receiveOne(ctx);
      const kind = 'call_back' as PromiseKind;
      Object.assign(PROMISE_KINDS, { [kind]: { ...PROMISE_KINDS.mend, owedBy: 'sales', days: 1 } });
      Object.assign(PROMISE_WORDS, { [kind]: { waits: 'waits to be called back' } });
      onTestFinished(() => {
        delete (PROMISE_KINDS as Record<string, unknown>)[kind];
        delete (PROMISE_WORDS as Record<string, unknown>)[kind];
      });
      await ctx.db.transaction(async (tx) => {
        const calendar = promiseCalendarOf(null, await loadSettings(tx));
        const made = makePromise({
          ...{ kind, about: leadId, owedBy: BEN, startMove: 'event', target: 60, calendar },
          ...{ id: 'promise_dummy' as PromiseId, startedAt: NOW },
        });
        await writePromises(tx, [{ ...made, lookAt: NOW + 48 * MINUTE }]);
      });
      await tick(ctx, '2026-11-20T11:00');
      expect(await told(ctx)).toEqual(['2026-11-20 to U_BEN: 1 thing waits for you.']);
      expect(await shownTo(ctx, BEN)).toContain('waits to be called back');
      await tick(ctx, '2026-11-20T12:00');
      expect((await told(ctx)).at(-1)).toBe('2026-11-20 to U_MAX: 1 thing waits for others.');
    });

    it('is said once when two replicas look at the same moment', async () => {
      const ctx = await world(dialect);
      for (let n = 0; n < 10; n++) await returned(ctx);
      ctx.clock.moveTo(berlin('2026-11-24T11:00'));
      await Promise.all([sendNags(ctx), sendNags(ctx)]);
      expect(await told(ctx)).toEqual(['2026-11-24 to U_MIA: 10 things wait for you.']);
    });
  });
}
