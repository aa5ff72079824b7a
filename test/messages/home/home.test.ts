import { describe, expect, it } from 'vitest';
import type { InsightRequestId } from '../../../src/domain/insight/insight-request.ts';
import type { Lead, LeadId } from '../../../src/domain/lead/lead.ts';
import { runningPromise } from '../../../src/domain/promise.ts';
import { HOUR } from '../../../src/domain/time/duration.ts';
import { render } from '../../../src/messages/index.ts';
import { insertLeads } from '../../../src/store/lead/lead.ts';
import { loadSettings } from '../../../src/store/team/settings.ts';
import { visitHome } from '../../../src/usecases/home/announce-homes.ts';
import { answerRequest } from '../../../src/usecases/insight/answer-request.ts';
import { askField } from '../../../src/usecases/insight/ask-field.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { textOf } from '../../support/messages.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { sampleAsking } from '../../support/sample-insight.ts';
import { sampleLead } from '../../support/sample-lead.ts';

/** Ninety leads of two reps and of nobody, hot and standard, contacted and not, begun over the last two weeks. */
async function ninetyLeads(ctx: TestContext): Promise<Lead[]> {
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
      snoozedUntil: n % 10 === 9 ? now + HOUR : null,
      isTest: n % 30 === 7,
    });
  });
  await ctx.db.transaction((tx) => insertLeads(tx, leads));
  return leads;
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

for (const dialect of DIALECTS) {
  describe(dialect, () => {
    it('a rep sees each of their leads counted where its promise stands, and at most sixteen of them shown', async () => {
      const ctx = await testContext(dialect);
      const leads = await ninetyLeads(ctx);
      const settings = await ctx.db.transaction(loadSettings);
      const now = ctx.clock.now();
      const own = leads.filter(({ owner, snoozedUntil }) => owner === ANA && snoozedUntil === null);
      const isDue = (lead: Lead) => (runningPromise(lead, settings)?.due ?? 0) <= now;
      const text = await homeText(ctx, ANA);
      expect(text).toContain(`Due now (${own.filter(isDue).length})`);
      const counted = text.matchAll(/(?:Due now|Today|Waiting for a (?:first contact|verdict)) \((\d+)\)/g);
      const later = text.matchAll(/(\d+) (?:today|waiting for)/g);
      expect(sum([...counted].map(([, n]) => n)) + sum([...later].map(([, n]) => n))).toBe(own.length);
      expect(text.split('Dana Whitfield*').length - 1).toBeLessThanOrEqual(20);
      expect(text).toContain('Snoozed (3)');
    });

    it('a manager sees all that is past its promise, counted as each promise is', async () => {
      const ctx = await testContext(dialect);
      const leads = await ninetyLeads(ctx);
      const settings = await ctx.db.transaction(loadSettings);
      const now = ctx.clock.now();
      const broken = leads
        .filter(({ snoozedUntil, isTest }) => snoozedUntil === null && !isTest)
        .map((lead) => runningPromise(lead, settings))
        .filter((clock) => clock !== null && clock.due < now);
      const of = (name: string) => broken.filter((clock) => clock?.name === name).length;
      const text = await homeText(ctx, MAX);
      expect(broken.length).toBeGreaterThan(20);
      expect(text).toContain(`Past their promise (${broken.length})`);
      expect(text).toContain(`• *${of('claim')}* unclaimed (Webinar)`);
      expect(text).toContain(`• *${of('contact')}* without a first contact`);
      expect(text).toContain(`• *${of('verdict')}* without a verdict`);
    });

    it('a story asked of Ana waits at her home until she has named somebody, then at theirs, and is seen by Mia who asked', async () => {
      const ctx = await testContext(dialect);
      await askField(ctx, { submission: 'view_1', person: MIA, asking: sampleAsking() });
      expect(await homeText(ctx, ANA)).toContain('Stories asked of you (1)');
      expect(await homeText(ctx, MIA)).toContain('You asked the field (1)');
      expect(await homeText(ctx, MAX)).not.toContain('Stories asked of you');
      const requestId = 'request_0001' as InsightRequestId;
      await answerRequest(ctx, {
        requestId,
        person: ANA,
        answer: { kind: 'knows_who', named: MAX, note: null },
      });
      expect(await homeText(ctx, ANA)).toContain('Nothing waits for you right now.');
      expect(await homeText(ctx, MAX)).toContain('Stories asked of you (1)');
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
