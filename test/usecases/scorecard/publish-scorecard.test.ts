import { describe, expect, it } from 'vitest';
import { shiftWeek, type Week } from '../../../src/domain/time/week.ts';
import { findScorecard } from '../../../src/store/scorecard/scorecard.ts';
import { publishScorecard } from '../../../src/usecases/scorecard/publish-scorecard.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA, SCORECARD } from '../../support/people.ts';
import { MONDAY, W47, world } from '../../support/published-week.ts';
import { renderedMessage } from '../../support/rendered.ts';

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
        expect(head?.text).toContain('Week 47 (16–22 Nov): 3 leads, 1 qualified so far.');
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
      const answers = await Promise.all(Array.from({ length: 6 }, () => publishScorecard(ctx, W47)));
      expect(answers.sort()).toEqual(['published', ...Array(5).fill('published_before')]);
      expect(await publishScorecard(ctx, W47)).toBe('published_before');
      expect(await posts(ctx)).toHaveLength(7);
    });

    it('says what became of the agenda that was published last, and asks of it whoever is there', async () => {
      const ctx = await world(dialect);
      await publishScorecard(ctx, shiftWeek(W47, -2));
      await publishScorecard(ctx, W47);
      const [earlier, card] = await published(ctx, shiftWeek(W47, -2), W47);
      expect(earlier?.lastAgenda).toBeNull();
      expect(earlier?.agenda).toEqual([]);
      expect(card?.agenda.map(({ point: { code }, owner }) => [code, owner])).toContainEqual([
        'no_source',
        MIA,
      ]);
      expect(card?.lastAgenda).toEqual({ week: '2026-W45', items: [] });
      await publishScorecard(ctx, shiftWeek(W47, 1));
      const [next] = await published(ctx, shiftWeek(W47, 1));
      const fates = next?.lastAgenda?.items.map(({ point: { code }, fate, owner }) => [code, fate, owner]);
      expect(next?.lastAgenda?.week).toBe('2026-W47');
      expect(fates).toContainEqual(['no_source', 'unknown', MIA]);
    });

    it('names the weeks that were missed since the last, once', async () => {
      const ctx = await world(dialect);
      await publishScorecard(ctx, shiftWeek(W47, -3));
      await publishScorecard(ctx, W47);
      await publishScorecard(ctx, shiftWeek(W47, 1));
      const cards = await published(ctx, shiftWeek(W47, -3), W47, shiftWeek(W47, 1));
      expect(cards.map((card) => card?.missed)).toEqual([
        [],
        [
          { week: '2026-W45', why: 'away' },
          { week: '2026-W46', why: 'away' },
        ],
        [],
      ]);
      const head = await ctx.db.transaction((tx) =>
        renderedMessage(tx, { kind: 'scorecard_head', ref: '2026-W47' }, ctx.clock.now()),
      );
      expect(JSON.stringify(head?.blocks)).toContain('Weeks 45 and 46 were not posted: Tango was away.');
    });

    it('waits where there is no channel to publish it in, and the next one takes its place', async () => {
      const ctx = await testContext(dialect, { startAt: MONDAY, firstStart: { scorecardChannel: null } });
      expect(await publishScorecard(ctx, W47)).toBe('waits_for_channel');
      expect(await waitingHeads(ctx)).toEqual(['2026-W47']);
      expect(await publishScorecard(ctx, shiftWeek(W47, 1))).toBe('waits_for_channel');
      expect(await waitingHeads(ctx)).toEqual(['2026-W48']);
      await publishScorecard(ctx, shiftWeek(W47, 3));
      const [card] = await published(ctx, shiftWeek(W47, 3));
      expect(card?.missed).toEqual([
        { week: '2026-W47', why: 'no_channel' },
        { week: '2026-W48', why: 'no_channel' },
        { week: '2026-W49', why: 'away' },
      ]);
    });
  });
}

function published(ctx: TestContext, ...weeks: Week[]) {
  return ctx.db.transaction((tx) =>
    Promise.all(weeks.map(async (week) => (await findScorecard(tx, week))?.scorecard)),
  );
}

function waitingHeads(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select('ref')
      .where('kind', '=', 'scorecard_head')
      .where('target', '=', '#scorecard')
      .where('status', '=', 'pending')
      .execute();
    return rows.map(({ ref }) => ref);
  });
}

async function posts(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('outbox').select(['kind', 'ref', 'target', 'threadOf']).orderBy('id').execute(),
  );
  return rows.map(({ kind, ref, target, threadOf }) =>
    threadOf ? `${kind} ${ref} under ${threadOf}` : `${kind} ${ref} in ${target}`,
  );
}
