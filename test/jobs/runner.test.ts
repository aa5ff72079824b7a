import { describe, expect, it } from 'vitest';
import { latestOccurrence } from '../../src/jobs/occurrence.ts';
import { createJobRunner } from '../../src/jobs/runner.ts';
import { type Job, SCHEDULE } from '../../src/jobs/schedule.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { berlin, inBerlin } from '../support/berlin.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { BERLIN } from '../support/sample-lead.ts';
import { testLog } from '../support/test-log.ts';

const THURSDAY = berlin('2026-11-19T12:00');

for (const dialect of DIALECTS) {
  describe(`the jobs on ${dialect}`, () => {
    it('publish the last full week on Monday at nine, once', async () => {
      const { ctx, runOnce } = await world(dialect);
      await runOnce(THURSDAY);
      await runOnce(berlin('2026-11-23T08:59'));
      expect(await published(ctx)).toEqual([]);
      await runOnce(berlin('2026-11-23T09:00'));
      await runOnce(berlin('2026-11-23T09:01'));
      await runOnce(berlin('2026-11-29T23:59'));
      expect(await published(ctx)).toEqual(['2026-W47']);
      await runOnce(berlin('2026-11-30T09:00'));
      expect(await published(ctx)).toEqual(['2026-W47', '2026-W48']);
    });

    it('make up on Tuesday for the Monday that was missed', async () => {
      const { ctx, runOnce } = await world(dialect);
      await runOnce(THURSDAY);
      await runOnce(berlin('2026-11-24T15:00'));
      expect(await published(ctx)).toEqual(['2026-W47']);
    });

    it('make up for the latest week only after three weeks of silence', async () => {
      const { ctx, runOnce } = await world(dialect);
      await runOnce(THURSDAY);
      await runOnce(berlin('2026-12-09T10:00'));
      await runOnce(berlin('2026-12-09T10:01'));
      expect(await published(ctx)).toEqual(['2026-W49']);
    });

    it('do not make up for what was due before Tango was there', async () => {
      const { ctx, runOnce } = await world(dialect);
      await runOnce(THURSDAY);
      await runOnce(THURSDAY + 60_000);
      expect(await published(ctx)).toEqual([]);
    });

    it('publish nothing older when the clock goes back', async () => {
      const { ctx, runOnce } = await world(dialect);
      await runOnce(THURSDAY);
      await runOnce(berlin('2026-11-23T09:00'));
      await runOnce(berlin('2026-11-12T12:00'));
      await runOnce(berlin('2026-11-23T09:00'));
      expect(await published(ctx)).toEqual(['2026-W47']);
    });

    it('are run once by two replicas', async () => {
      const { ctx, runOnce } = await world(dialect);
      await runOnce(THURSDAY);
      ctx.clock.moveTo(berlin('2026-11-23T09:00'));
      await Promise.all([runnerOf(ctx).runOnce(), runnerOf(ctx).runOnce()]);
      expect(await published(ctx)).toEqual(['2026-W47']);
    });

    it('nag each minute', async () => {
      const { ctx, runOnce } = await world(dialect);
      ctx.clock.moveTo(berlin('2026-11-17T14:15'));
      await receiveLeads(ctx, [{ source: 'Webinar', name: 'Dana Whitfield' }], { by: 'api', post: 'all' });
      await runOnce(THURSDAY);
      const nags = await ctx.db.transaction((tx) => tx.sql.selectFrom('nag').select('step').execute());
      expect(nags).toEqual([{ step: 'manager' }]);
    });

    it('go on when one of them fails, and try that one again', async () => {
      let failures = 0;
      const failing: Job = {
        name: 'failing',
        does: 'fails twice',
        when: () => ({ every: 'day', time: '03:30' }),
        run: async () => {
          if (failures++ < 2) throw new Error('not yet');
          return 1;
        },
      };
      const { ctx, runOnce } = await world(dialect, [failing, ...SCHEDULE]);
      await runOnce(THURSDAY);
      const monday = berlin('2026-11-23T09:00');
      for (const minute of [0, 1, 2, 3]) await runOnce(monday + minute * 60_000);
      expect(failures).toBe(3);
      expect(await published(ctx)).toEqual(['2026-W47']);
    });
  });
}

describe('the latest time at which a job was due', () => {
  it('is today after the hour, and the time before until then', () => {
    const daily = { every: 'day', time: '03:30' } as const;
    expect(latestOccurrence(daily, 'Europe/Berlin', berlin('2026-11-19T03:30')).key).toBe('2026-11-19');
    expect(latestOccurrence(daily, 'Europe/Berlin', berlin('2026-11-19T03:29')).key).toBe('2026-11-18');
    const monday = { every: 'week', weekday: 1, time: '09:00' } as const;
    expect(latestOccurrence(monday, 'Europe/Berlin', berlin('2026-11-23T08:59')).key).toBe('2026-11-16');
    expect(latestOccurrence(monday, 'America/New_York', berlin('2026-11-23T12:00')).key).toBe('2026-11-16');
  });

  it('comes on each day also when the clocks leave its hour out or show it twice', () => {
    const night = { every: 'day', time: '02:30' } as const;
    const at = (now: string) => inBerlin(latestOccurrence(night, 'Europe/Berlin', berlin(now)).at);
    expect(at('2026-03-29T12:00')).toBe('Sun 2026-03-29 03:30');
    expect(at('2026-10-25T12:00')).toBe('Sun 2026-10-25 02:30');
  });
});

async function world(dialect: (typeof DIALECTS)[number], jobs = SCHEDULE) {
  const ctx = await testContext(dialect, { startAt: THURSDAY, firstStart: { timezone: BERLIN } });
  const runner = runnerOf(ctx, jobs);
  const runOnce = (now: number) => {
    ctx.clock.moveTo(now);
    return runner.runOnce();
  };
  return { ctx, runOnce };
}

function runnerOf(ctx: TestContext, jobs = SCHEDULE) {
  return createJobRunner({ ctx, jobs, log: testLog() });
}

async function published(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('outbox').select('ref').where('kind', '=', 'scorecard_head').orderBy('ref').execute(),
  );
  return rows.map(({ ref }) => ref);
}
