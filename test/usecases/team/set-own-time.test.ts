import { describe, expect, it } from 'vitest';
import type { OwnTimeChange } from '../../../src/domain/team/own-time.ts';
import { findRunningPromises } from '../../../src/store/promise/promise.ts';
import { sendNags } from '../../../src/usecases/nag/send-nags.ts';
import { applyOwnHours } from '../../../src/usecases/team/apply-own-hours.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import { setOwnTime } from '../../../src/usecases/team/set-own-time.ts';
import { syncPeople } from '../../../src/usecases/team/sync-people.ts';
import { inWords } from '../../support/audit.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { aClaimedLead, known, lookUp } from '../../support/known-people.ts';
import { nextNagOf } from '../../support/next-nag.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`people on ${dialect}`, () => {
    it('say when they are on leave, managers for others, and it is taken down', async () => {
      const ctx = await testContext(dialect);
      await syncPeople(ctx, lookUp);
      const change = { kind: 'leave', leave: { from: '2026-12-20', to: '2027-01-03' } } as const;
      await setOwnTime(ctx, { by: BEN, of: { id: BEN }, change });
      const forBen = { by: MAX, of: { id: BEN }, change: { kind: 'no_leave' } } as const;
      await expect(setOwnTime(ctx, { ...forBen, by: ANA })).rejects.toThrow(refused('own_time_not_yours'));
      await setOwnTime(ctx, { by: MAX, of: { name: 'Mia' }, change });
      expect((await known(ctx)).get(MIA)?.leave).toEqual([change.leave]);
      await expect(setOwnTime(ctx, { by: MAX, of: { name: 'nobody' }, change })).rejects.toThrow(
        refused('unknown_person', { name: 'nobody' }),
      );
      await setOwnTime(ctx, forBen);
      expect((await known(ctx)).get(BEN)?.leave).toEqual([]);
      const { entries } = await loadAuditLog(ctx);
      expect(entries.map(inWords).map(({ what, before, after }) => [what, before, after])).toEqual([
        ['Leave', '2026-12-20 to 2027-01-03', 'not set'],
        ['Leave', 'not set', '2026-12-20 to 2027-01-03'],
        ['Leave', 'not set', '2026-12-20 to 2027-01-03'],
      ]);
    });

    it('keep both leaves that are said at the same moment', async () => {
      const ctx = await testContext(dialect);
      const leaves = [1, 2, 3, 4, 5].map((day) => ({ from: `2026-12-0${day}`, to: `2026-12-0${day}` }));
      await Promise.all(
        leaves.map((leave) =>
          setOwnTime(ctx, { by: MAX, of: { id: BEN }, change: { kind: 'leave', leave } }),
        ),
      );
      expect((await known(ctx)).get(BEN)?.leave).toEqual(leaves);
    });

    it('are reminded in the hours that are theirs now; a promise keeps those under which it was made', async () => {
      const ctx = await testContext(dialect, { startAt: Date.parse('2026-11-19T15:00:00Z') });
      const leadId = await aClaimedLead(ctx, ANA);
      const promises = () => ctx.db.transaction((tx) => findRunningPromises(tx, leadId));
      const made = await promises();
      const change: OwnTimeChange = { kind: 'hours', hours: { days: null, from: '12:00', to: '13:00' } };
      await setOwnTime(ctx, { by: ANA, of: { id: ANA }, change });
      ctx.clock.moveTo(Date.parse('2026-11-20T11:00:00Z'));
      await applyOwnHours(ctx);
      expect(await sendNags(ctx)).toBe(0);
      expect((await promises()).map(({ calendar }) => calendar)).toEqual(
        made.map(({ calendar }) => calendar),
      );
      ctx.clock.moveTo((await nextNagOf(ctx, leadId)) ?? 0);
      expect(await sendNags(ctx)).toBe(1);
      expect(new Date(ctx.clock.now()).toISOString()).toContain('T12:00');
    });
  });
}
