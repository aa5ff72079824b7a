import { describe, expect, it, onTestFinished } from 'vitest';
import type { InsightRequestId } from '../../../src/domain/insight/insight-request.ts';
import type { Lead, LeadId } from '../../../src/domain/lead/lead.ts';
import { PROMISE_KINDS, type PromiseKind } from '../../../src/domain/promise/kinds.ts';
import {
  makePromise,
  type NewPromise,
  type PromiseId,
  type TeamPromise,
} from '../../../src/domain/promise/promise.ts';
import { promiseCalendarOf } from '../../../src/domain/team/person.ts';
import { HOUR } from '../../../src/domain/time/duration.ts';
import { render } from '../../../src/messages/index.ts';
import { PROMISE_WORDS } from '../../../src/sentences/en/promise.ts';
import { insertLeads } from '../../../src/store/lead/lead.ts';
import { writePromises } from '../../../src/store/promise/promise.ts';
import { loadSettings, updateSettings } from '../../../src/store/team/settings.ts';
import { visitHome } from '../../../src/usecases/home/announce-homes.ts';
import { answerRequest } from '../../../src/usecases/insight/answer-request.ts';
import { askField } from '../../../src/usecases/insight/ask-field.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { mendLead } from '../../../src/usecases/lead/mend-lead.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { textOf } from '../../support/messages.ts';
import { receiveOne } from '../../support/one-lead.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { sampleAsking } from '../../support/sample-insight.ts';
import { sampleLead } from '../../support/sample-lead.ts';
import { storeWithPromises } from '../../support/stored-promises.ts';

/** Ninety leads of two reps and of nobody, hot and standard, contacted and not, begun over the last two weeks. */
async function ninetyLeads(ctx: TestContext): Promise<{ leads: Lead[]; rows: TeamPromise[] }> {
  const now = ctx.clock.now();
  const leads = Array.from({ length: 90 }, (_, n) => {
    const receivedAt = now - ((n * 37) % 90) * 4 * HOUR;
    const owner = [ANA, BEN, null][n % 3] ?? null;
    const claimedAt = owner && receivedAt + HOUR / 4;
    const life = owner && { state: 'claimed' as const, owner, claimedAt };
    return sampleLead({
      ...{ id: `lead_${n}` as LeadId, externalId: `x${n}`, receivedAt, createdAt: receivedAt },
      priority: n % 4 === 0 ? 'hot' : 'standard',
      ...life,
      contactedAt: claimedAt !== null && n % 2 === 0 ? claimedAt + HOUR : null,
      snoozedUntil: owner !== null && n % 10 === 9 ? now + HOUR : null,
      isTest: n % 30 === 7,
    });
  });
  return { leads, rows: await storeWithPromises(ctx, leads) };
}

async function homeText(ctx: TestContext, person: string): Promise<string> {
  const rendered = await ctx.db.transaction((tx) =>
    render(tx, { kind: 'home', ref: person }, ctx.clock.now()),
  );
  return textOf((rendered as { home: { blocks: unknown[] } }).home);
}

function sum(numbers: Iterable<string | undefined>): number {
  return [...numbers].reduce((total, each) => total + Number(each ?? 0), 0);
}

/** One a lead: a verdict is asked for once there was a contact. */
function next(rows: readonly TeamPromise[]): TeamPromise[] {
  const hasContact = ({ about }: TeamPromise) =>
    rows.some((row) => row.kind === 'contact' && row.about === about);
  return rows.filter((row) => row.kind !== 'verdict' || !hasContact(row));
}

async function promised(ctx: TestContext, made: Partial<NewPromise> & Pick<NewPromise, 'kind' | 'about'>) {
  await ctx.db.transaction(async (tx) => {
    const calendar = promiseCalendarOf(null, await loadSettings(tx));
    const row = makePromise({
      ...{ owedBy: BEN, startMove: 'event', target: 60, calendar, startedAt: ctx.clock.now() },
      id: ctx.newId('promise') as PromiseId,
      ...made,
    });
    await writePromises(tx, [row]);
  });
}

for (const dialect of DIALECTS) {
  describe(dialect, () => {
    it('a rep sees each of their leads counted where its promise stands, and the first nine of them shown', async () => {
      const ctx = await testContext(dialect);
      const { rows } = await ninetyLeads(ctx);
      const now = ctx.clock.now();
      const own = next(rows).filter(({ owedBy, cycleAt }) => owedBy === ANA && cycleAt <= now);
      const text = await homeText(ctx, ANA);
      expect(text).toContain(`Due now (${own.filter(({ dueAt }) => dueAt <= now).length})`);
      expect(text).toContain(`and ${own.length - 9} more`);
      expect(text).toContain('Snoozed (3)');
      const open = rows.filter(({ kind, isTest }) => kind === 'claim' && !isTest);
      expect(text).toContain(`Waiting to be claimed (${open.length})`);
      expect(text.split('Dana Whitfield*').length - 1).toBe(9 + 3 + 2);
    });

    it('a manager sees all that is past its promise, counted as each promise is', async () => {
      const ctx = await testContext(dialect);
      const { rows } = await ninetyLeads(ctx);
      const now = ctx.clock.now();
      const broken = next(rows).filter(({ dueAt, isTest }) => dueAt < now && !isTest);
      const of = (kind: string) => broken.filter((row) => row.kind === kind).length;
      const text = await homeText(ctx, MAX);
      expect(broken.length).toBeGreaterThan(20);
      expect(text).toContain(`Past their promise (${broken.length})`);
      expect(text).toContain(`• *${of('claim')}* wait to be claimed`);
      expect(text).toContain(`• *${of('contact')}* wait for a first contact (<@`);
      expect(text).toContain(`• *${of('verdict')}* wait for a verdict (<@`);
      expect(sum([...text.matchAll(/• \*(\d+)\* wait/g)].map(([, n]) => n))).toBe(broken.length);
    });

    it('what is due is the time of the row, whatever has become of the settings since', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      expect(await homeText(ctx, ANA)).toContain('Today (1)');
      await ctx.db.transaction(async (tx) => {
        const before = await loadSettings(tx);
        const promises = { ...before.promises, contact: { hot: 1, standard: 1 } };
        await updateSettings(tx, { ...before, promises }, { before, by: MAX, at: ctx.clock.now() });
      });
      ctx.clock.move(HOUR / 2);
      expect(await homeText(ctx, ANA)).toContain('Today (1)');
    });

    it('a kind that is added stands in the Home of whoever owes it, of whom it is owed, and of the managers once it is broken', async () => {
      const ctx = await testContext(dialect);
      const kind = 'call_back' as PromiseKind;
      Object.assign(PROMISE_KINDS, { [kind]: { ...PROMISE_KINDS.mend, owedBy: 'sales', days: 1 } });
      Object.assign(PROMISE_WORDS, { [kind]: { waits: 'waits to be called back' } });
      onTestFinished(() => {
        delete (PROMISE_KINDS as Record<string, unknown>)[kind];
        delete (PROMISE_WORDS as Record<string, unknown>)[kind];
      });
      const leadId = await receiveOne(ctx);
      await promised(ctx, { kind, about: leadId, owedTo: ANA });
      await promised(ctx, { kind, about: await receiveOne(ctx, { name: 'Erik Berg' }), owedBy: 'marketing' });
      expect(await homeText(ctx, BEN)).toMatch(
        /Today \(1\)\n\*Dana Whitfield.*\nWaits to be called back · due <!date/,
      );
      expect(await homeText(ctx, ANA)).toMatch(
        /You wait for \(1\)\n\*Dana.*\nWaits to be called back · <@U_BEN>/,
      );
      expect(await homeText(ctx, MIA)).toMatch(/Waiting to be called back \(1\)\n\*Erik Berg/);
      ctx.clock.move(2 * HOUR);
      expect(await homeText(ctx, BEN)).toContain('Due now (1)');
      const text = await homeText(ctx, MAX);
      expect(text).toContain('• *2* wait to be called back (<@U_BEN>)');
    });

    it('a snoozed lead is quiet to its owner and told to the managers once it is past its promise', async () => {
      const ctx = await testContext(dialect);
      const now = ctx.clock.now();
      const receivedAt = now - 48 * HOUR;
      const snoozed = sampleLead({
        ...{ receivedAt, createdAt: receivedAt, state: 'claimed', owner: ANA, claimedAt: receivedAt },
        snoozedUntil: now + HOUR,
      });
      await storeWithPromises(ctx, [snoozed]);
      expect(await homeText(ctx, ANA)).not.toContain('Due now');
      expect(await homeText(ctx, ANA)).toContain('Snoozed (1)');
      expect(await homeText(ctx, MAX)).toMatch(/Waits for a first contact · <@U_ANA> · .*snoozed until/);
      ctx.clock.move(2 * HOUR);
      expect(await homeText(ctx, ANA)).toContain('Due now (1)');
    });

    it('what came back to marketing says why, and whoever sent it back sees who has it', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx, { email: 'dana@harbour' });
      await claimLead(ctx, { leadId, person: ANA });
      const rejection = { reasonCode: 'bad_contact_data', detail: null, note: 'It bounces.' };
      await rejectLead(ctx, { leadId, person: ANA, ...rejection });
      const mia = await homeText(ctx, MIA);
      expect(mia).toMatch(/Waiting to be mended \(1\)\n\*Dana.*\nDue <!date/);
      expect(mia).toContain('Bad contact data · <@U_ANA>\n> It bounces.');
      expect(await homeText(ctx, ANA)).toMatch(/You wait for \(1\)\n.*\nWaits to be mended · marketing/);
      await mendLead(ctx, { leadId, person: MIA, mended: { email: 'dana@harbour.example' } });
      expect(await homeText(ctx, MIA)).not.toContain('Waiting to be mended');
      expect(await homeText(ctx, ANA)).not.toContain('You wait for');
    });

    it('a story asked of Ana waits at her home until she has named somebody, then at theirs, and is seen by Mia who asked', async () => {
      const ctx = await testContext(dialect);
      await askField(ctx, { submission: 'view_1', person: MIA, asking: sampleAsking() });
      expect(await homeText(ctx, ANA)).toContain('Waiting for an answer (1)');
      expect(await homeText(ctx, MIA)).toContain('You wait for (1)');
      expect(await homeText(ctx, MAX)).not.toContain('Waiting for an answer');
      const requestId = 'request_0001' as InsightRequestId;
      ctx.clock.move(HOUR);
      await answerRequest(ctx, {
        requestId,
        person: ANA,
        answer: { kind: 'knows_who', named: MAX, note: null },
      });
      expect(await homeText(ctx, ANA)).toContain('Nothing waits for you right now.');
      expect(await homeText(ctx, MAX)).toContain('Waiting for an answer (1)');
    });

    it('a move draws the Homes of those whom it concerns and who have looked within a day, once each', async () => {
      const ctx = await testContext(dialect);
      const lead = sampleLead({ cardChannel: null });
      await ctx.db.transaction((tx) => insertLeads(tx, [lead]));
      await visitHome(ctx, MAX);
      ctx.clock.move(25 * HOUR);
      for (const person of [ANA, BEN]) await visitHome(ctx, person);
      await ctx.db.transaction((tx) => tx.sql.updateTable('outbox').set({ status: 'sent' }).execute());
      await claimLead(ctx, { leadId: lead.id, person: ANA });
      const rows = await ctx.db.transaction((tx) =>
        tx.sql
          .selectFrom('outbox')
          .select(['target', 'status'])
          .where('kind', '=', 'home')
          .orderBy('target')
          .execute(),
      );
      expect(rows).toEqual([
        { target: ANA, status: 'pending' },
        { target: BEN, status: 'sent' },
        { target: MAX, status: 'sent' },
      ]);
    });
  });
}
