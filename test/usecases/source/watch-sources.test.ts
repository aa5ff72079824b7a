import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/domain/time/duration.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load-scorecard.ts';
import { publishScorecard } from '../../../src/usecases/scorecard/publish-scorecard.ts';
import { changeSource } from '../../../src/usecases/source/change-sources.ts';
import { tellMoneyWithoutLeads, watchSources } from '../../../src/usecases/source/watch-sources.ts';
import { berlin } from '../../support/berlin.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { BEN, MAX } from '../../support/people.ts';
import { race } from '../../support/race.ts';
import { saidOf } from '../../support/rejected-week.ts';
import { BERLIN } from '../../support/sample-lead.ts';
import { idsOf } from '../../support/sources.ts';

const W47 = parseWeek('2026-W47');

for (const dialect of DIALECTS) {
  describe(`a source that falls silent, on ${dialect}`, () => {
    it('is told once, by how many it is seen at the same moment', async () => {
      const ctx = await daily(dialect, 'Webinar');
      ctx.clock.moveTo(berlin('2026-11-20T09:00'));
      expect(await watchSources(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-11-21T09:00'));
      const both = await race(ctx.db, 'source_alert', [() => watchSources(ctx), () => watchSources(ctx)]);
      expect(both.map((each) => each.status === 'fulfilled' && each.value).sort()).toEqual([0, 1]);
      ctx.clock.move(30 * DAY);
      expect(await watchSources(ctx)).toBe(0);
      expect(await saidOf(ctx, 'source_alert')).toEqual([
        'U_MIA: *Webinar*: no lead since 17 Nov, where it usually brings some on 7 days a week. Does its form still work?\n[Sources]',
      ]);
    });

    it('is told to whoever has it, stands on the agenda, and is told again only after it had brought leads', async () => {
      const ctx = await daily(dialect, 'Webinar');
      const [id] = await idsOf(ctx, 'Webinar');
      await changeSource(ctx, { by: MAX, id: id!, words: { owner: BEN } });
      ctx.clock.moveTo(berlin('2026-11-21T09:00'));
      await watchSources(ctx);
      expect((await saidOf(ctx, 'source_alert'))[0]).toMatch(/^U_BEN: /);
      expect(await agenda(ctx)).toContain('silent_source');
      ctx.clock.moveTo(berlin('2026-11-22T12:00'));
      await lead(ctx, 'Webinar');
      ctx.clock.moveTo(berlin('2026-11-23T09:00'));
      expect(await watchSources(ctx)).toBe(0);
      ctx.clock.moveTo(berlin('2026-11-30T09:00'));
      expect(await watchSources(ctx)).toBe(1);
      expect(await saidOf(ctx, 'source_alert')).toHaveLength(2);
    });
  });

  describe(`money without leads, on ${dialect}`, () => {
    it('is told once to whoever has the source, and again only after a lead of it', async () => {
      const ctx = await testContext(dialect, {
        startAt: berlin('2026-11-01T10:00'),
        firstStart: { timezone: BERLIN },
      });
      await lead(ctx, 'Fair');
      const amount = { minor: 300_000, currency: 'EUR' };
      const days = { from: '2026-11-16', to: '2026-12-06' };
      const spend = [{ side: 'marketing' as const, source: 'Fair', campaign: null, ...days, amount }];
      await recordSpend(ctx, { by: 'api', spend });
      expect(await monday(ctx, '2026-11-23', '2026-W47')).toBe(1);
      expect(await monday(ctx, '2026-11-30', '2026-W48')).toBe(0);
      expect(await saidOf(ctx, 'source_alert')).toEqual([
        'U_MIA: *Fair*: €1,000 was spent on it in the week to 22 Nov, and no lead came of it.\n[What it cost]',
      ]);
      await lead(ctx, 'Fair');
      await watchSources(ctx);
      await recordSpend(ctx, {
        by: 'api',
        spend: [{ ...spend[0]!, from: '2026-12-07', to: '2026-12-13' }],
      });
      expect(await monday(ctx, '2026-12-14', '2026-W50')).toBe(1);
    });

    it('is not told of a week that was not published', async () => {
      const ctx = await testContext(dialect);
      expect(await tellMoneyWithoutLeads(ctx, W47)).toBe(0);
    });
  });
}

/** A lead each noon of four weeks, the last on Tuesday, 17 November. */
async function daily(dialect: (typeof DIALECTS)[number], source: string): Promise<TestContext> {
  const last = berlin('2026-11-17T12:00');
  const ctx = await testContext(dialect, { startAt: last - 27 * DAY, firstStart: { timezone: BERLIN } });
  for (let day = 0; day < 28; day++) {
    ctx.clock.moveTo(last - (27 - day) * DAY);
    await lead(ctx, source);
  }
  return ctx;
}

let count = 0;

async function lead(ctx: TestContext, source: string): Promise<void> {
  count += 1;
  await receiveLeads(ctx, [{ source, externalId: `lead-${count}` }], { by: 'api', post: 'none' });
}

async function agenda(ctx: TestContext): Promise<string[]> {
  const { scorecard } = await loadScorecard(ctx, 'current');
  return scorecard.agenda.map(({ point }) => point.code);
}

async function monday(ctx: TestContext, day: string, week: string): Promise<number> {
  ctx.clock.moveTo(berlin(`${day}T09:00`));
  await publishScorecard(ctx, parseWeek(week));
  return tellMoneyWithoutLeads(ctx, parseWeek(week));
}
