import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/time/duration.ts';
import { findRunningPromises } from '../../../src/store/promise/promise.ts';
import { applyOwnHours } from '../../../src/usecases/team/apply-own-hours.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import { setOwnTime } from '../../../src/usecases/team/set-own-time.ts';
import { syncPeople } from '../../../src/usecases/team/sync-people.ts';
import { inWords } from '../../support/audit.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { aClaimedLead, known, lookUp } from '../../support/known-people.ts';
import { ANA, BEN } from '../../support/people.ts';

describe.each(DIALECTS)('several shifts a day on %s', (dialect) => {
  it('are kept, the first of the day where a version that knows of one looks for it', async () => {
    const ctx = await testContext(dialect);
    await syncPeople(ctx, lookUp);
    const more = [{ from: '22:00', to: '06:00' }];
    const hours = { from: '14:00', to: '17:00', more };
    await setOwnTime(ctx, { by: ANA, of: { id: ANA }, change: { kind: 'hours', hours } });
    ctx.clock.move(24 * HOUR);
    await applyOwnHours(ctx);
    expect((await known(ctx)).get(ANA)?.hours).toEqual({ days: null, ...hours });
    const { entries } = await loadAuditLog(ctx);
    expect(entries.map(inWords).map(({ after }) => after)).toEqual([
      expect.stringContaining('14:00 to 17:00 and 22:00 to 06:00 of the next day'),
    ]);
    const leadId = await aClaimedLead(ctx, ANA);
    const promises = await ctx.db.transaction((tx) => findRunningPromises(tx, leadId));
    expect(promises.map(({ calendar }) => calendar)).toEqual(
      promises.map(() => expect.objectContaining(hours)),
    );
  });
});

describe.each(DIALECTS)('hours of their own on %s', (dialect) => {
  it('hold once, from the next day on, and the log says what they were and will be', async () => {
    const ctx = await testContext(dialect);
    await syncPeople(ctx, lookUp);
    const night = { days: [7, 1].sort(), from: '22:00', to: '06:00' };
    await setOwnTime(ctx, { by: ANA, of: { id: ANA }, change: { kind: 'hours', hours: night } });
    expect(await applyOwnHours(ctx)).toBe(0);
    expect((await known(ctx)).get(ANA)?.hours).toBeNull();
    ctx.clock.move(24 * HOUR);
    expect(await applyOwnHours(ctx)).toBe(1);
    expect(await applyOwnHours(ctx)).toBe(0);
    expect((await known(ctx)).get(ANA)).toMatchObject({ hours: night, nextHours: null });
    expect((await known(ctx)).get(BEN)?.hours ?? null).toBeNull();
    const { entries } = await loadAuditLog(ctx);
    expect(entries.map(inWords).map(({ after }) => after)).toEqual([
      expect.stringMatching(/^Monday, Sunday, 22:00 to 06:00 of the next day, from 2026-11-\d\d on$/),
    ]);
  });
});
