import { expect, it } from 'vitest';
import { DAY, HOUR } from '../../../src/domain/time/duration.ts';
import { isStillToRun, recordRun } from '../../../src/usecases/job/job-run.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

it.each(DIALECTS)(
  'A job is run for what came due since Tango was there, each time once, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const on = (occurrence: string) => ({ job: 'scorecard', occurrence });
    expect(await isStillToRun(ctx, on('2026-11-16'))).toBe(false);
    expect(await isStillToRun(ctx, on('2026-11-23'))).toBe(true);
    await recordRun(ctx, on('2026-11-23'));
    expect(await isStillToRun(ctx, on('2026-11-23'))).toBe(false);
    expect(await isStillToRun(ctx, on('2026-11-20'))).toBe(false);
  },
);

it.each(DIALECTS)(
  'A run that a clock far ahead has noted did not happen; one of a clock a little ahead did, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const on = (occurrence: string) => ({ job: 'scorecard', occurrence });
    await isStillToRun(ctx, on('2026-11-16'));
    ctx.clock.move(7 * DAY);
    await recordRun(ctx, on('2026-11-23'));
    ctx.clock.move(-HOUR);
    expect(await isStillToRun(ctx, on('2026-11-23'))).toBe(false);
    ctx.clock.move(-DAY);
    expect(await isStillToRun(ctx, on('2026-11-23'))).toBe(true);
  },
);
