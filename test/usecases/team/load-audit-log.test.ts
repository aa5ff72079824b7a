import { expect, it } from 'vitest';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MAX } from '../../support/people.ts';

it.each(DIALECTS)('The latest fifty changes are shown, the newest first, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  for (let n = 1; n <= 51; n++) {
    ctx.clock.move(1);
    await changeSettings(ctx, {
      person: MAX,
      change: () => ({ scorecardAt: { weekday: (n % 7) + 1, time: '10:00' } }),
    });
  }
  const { entries, timezone } = await loadAuditLog(ctx);
  expect([entries.length, timezone]).toEqual([50, 'UTC']);
  expect(entries[0]?.at).toBe(ctx.clock.now());
});
