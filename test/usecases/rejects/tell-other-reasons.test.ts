import { describe, expect, it } from 'vitest';
import { tellOtherReasons } from '../../../src/usecases/rejects/tell-other-reasons.ts';
import { DIALECTS } from '../../support/databases.ts';
import { race } from '../../support/race.ts';
import { FOURTEEN, MONDAY, rejectedWorld, rejectSome, saidOf, W47 } from '../../support/rejected-week.ts';

const OTHER = { campaign: 'Spa', reason: 'other', note: 'They sell to us' };

for (const dialect of DIALECTS) {
  describe(`too many other reasons in a week, on ${dialect}`, () => {
    it('are told to the manager once, each with what was said', async () => {
      const ctx = await rejectedWorld(dialect);
      await rejectSome(ctx, [...FOURTEEN, OTHER]);
      expect(await tellOtherReasons(ctx, W47)).toBe(false);
      await rejectSome(ctx, [OTHER]);
      ctx.clock.moveTo(MONDAY);
      await race(ctx.db, 'outbox', [() => tellOtherReasons(ctx, W47), () => tellOtherReasons(ctx, W47)]);
      await tellOtherReasons(ctx, W47);
      const [told, ...more] = await saidOf(ctx, 'other_reasons');
      expect(more).toEqual([]);
      expect(told).toContain(
        'U_MAX: 2 of 16 leads that were rejected in week 47 (16–22 Nov) have “other” as their reason. Is a reason missing from the list?',
      );
      expect(told).toMatch(/> They sell to us[\s\S]*\[Reject reasons\]$/);
    });

    it('are told to nobody where there is no manager', async () => {
      const ctx = await rejectedWorld(dialect, { firstStart: { managers: [] } });
      await rejectSome(ctx, [OTHER, OTHER]);
      expect(await tellOtherReasons(ctx, W47)).toBe(false);
    });
  });
}
