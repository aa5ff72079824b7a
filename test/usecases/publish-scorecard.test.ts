import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import { scorecardHeadline } from '../../src/domain/scorecard/headline.ts';
import { parseWeek } from '../../src/domain/time/week.ts';
import { insertLeads } from '../../src/store/lead/lead.ts';
import { insertSpend } from '../../src/store/money/spend.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load-scorecard.ts';
import { publishScorecard } from '../../src/usecases/scorecard/publish-scorecard.ts';
import { berlin } from '../support/berlin.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { MIA, SCORECARD } from '../support/people.ts';
import { renderedMessage } from '../support/rendered.ts';
import { BERLIN, sampleLead } from '../support/sample-lead.ts';
import { spend } from '../support/scorecard-facts.ts';

const W47 = parseWeek('2026-W47');
const MONDAY = berlin('2026-11-23T09:00');

for (const dialect of DIALECTS) {
  describe(`the weekly scorecard on ${dialect}`, () => {
    it('is posted as a head and its thread', async () => {
      const ctx = await world(dialect);
      expect(await publishScorecard(ctx, W47)).toBe('published');
      expect(await posts(ctx)).toEqual([
        `scorecard_head 2026-W47 in ${SCORECARD}`,
        ...['marketing', 'sales', 'sources', 'rejections', 'agenda', 'formulas'].map(
          (part) => `scorecard_part 2026-W47/${part} under scorecard_head:2026-W47`,
        ),
      ]);
      await ctx.db.transaction(async (tx) => {
        const head = await renderedMessage(tx, { kind: 'scorecard_head', ref: '2026-W47' }, ctx.clock.now());
        expect(head?.text).toContain('Week 47 (16–22 Nov): 3 leads, 1 qualified, 0 won.');
        expect(JSON.stringify(head?.blocks)).toContain('€10');
        const part = await renderedMessage(
          tx,
          { kind: 'scorecard_part', ref: '2026-W47/rejections' },
          ctx.clock.now(),
        );
        expect(JSON.stringify(part?.blocks)).toContain('No budget');
      });
    });

    it('is published once, whoever asks and however many at the same moment', async () => {
      const ctx = await world(dialect);
      const answers = await Promise.all([1, 2, 3].map(() => publishScorecard(ctx, W47)));
      expect(answers.sort()).toEqual(['published', 'published_before', 'published_before']);
      expect(await publishScorecard(ctx, W47)).toBe('published_before');
      expect(await posts(ctx)).toHaveLength(7);
    });

    it('stays as it was published, while an unpublished week is told as it stands', async () => {
      const ctx = await world(dialect);
      await publishScorecard(ctx, W47);
      const late = sampleLead({ id: 'late' as LeadId, receivedAt: berlin('2026-11-18T10:00') });
      await ctx.db.transaction((tx) => insertLeads(tx, [late]));
      ctx.clock.moveTo(MONDAY + 3_600_000);
      const published = await loadScorecard(ctx, 'last');
      expect(published.publishedAt).toBe(MONDAY);
      expect(scorecardHeadline(published.scorecard)).toContain('3 leads');
      const current = await loadScorecard(ctx, 'current');
      expect([current.scorecard.week, current.publishedAt]).toEqual(['2026-W48', null]);
      expect(scorecardHeadline(current.scorecard)).toBe('Week 48 (23–29 Nov): no lead arrived');
    });

    it('says so when there is no channel to publish it in', async () => {
      const ctx = await testContext(dialect, { startAt: MONDAY, firstStart: { scorecardChannel: null } });
      expect(await publishScorecard(ctx, W47)).toBe('no_channel');
      expect(await posts(ctx)).toEqual([]);
    });
  });
}

async function world(dialect: (typeof DIALECTS)[number]): Promise<TestContext> {
  const ctx = await testContext(dialect, { startAt: MONDAY, firstStart: { timezone: BERLIN } });
  const leads = [
    sampleLead({ id: 'a' as LeadId }),
    sampleLead({ id: 'b' as LeadId, state: 'qualified', verdictAt: MONDAY }),
    sampleLead({
      id: 'c' as LeadId,
      source: null,
      state: 'resting',
      rejection: { reason: 'no_budget', detail: null },
    }),
    sampleLead({ id: 'd' as LeadId, state: 'rejected', rejection: { reason: 'spam', detail: null } }),
  ];
  const recorded = { id: 's', dedupeKey: 's', recordedAt: MONDAY, recordedBy: MIA };
  await ctx.db.transaction(async (tx) => {
    await insertLeads(tx, leads);
    await insertSpend(tx, [{ ...spend({ minor: 3_000 }), ...recorded }]);
  });
  return ctx;
}

async function posts(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('outbox').select(['kind', 'ref', 'target', 'threadOf']).orderBy('id').execute(),
  );
  return rows.map(({ kind, ref, target, threadOf }) =>
    threadOf ? `${kind} ${ref} under ${threadOf}` : `${kind} ${ref} in ${target}`,
  );
}
