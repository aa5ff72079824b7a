import { describe, expect, it } from 'vitest';
import type { TeamPromise } from '../../../src/domain/promise/promise.ts';
import { createJobRunner } from '../../../src/jobs/runner.ts';
import { SCHEDULE } from '../../../src/jobs/schedule.ts';
import { handOverLead, reopenLead, snoozeLead, undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { mendLead } from '../../../src/usecases/lead/mend-lead.ts';
import { mergeLead, splitLead } from '../../../src/usecases/lead/merge-leads.ts';
import { qualifyLead } from '../../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { recordOutcomes } from '../../../src/usecases/lead/record-outcomes.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { sendNags } from '../../../src/usecases/nag/send-nags.ts';
import { assertPromisesFilled, fillPromises } from '../../../src/usecases/promise/fill-promises.ts';
import { ask, close, NOW, tell } from '../../support/asked-field.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MINUTE, qualification, receiveOne } from '../../support/one-lead.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { BERLIN } from '../../support/sample-lead.ts';
import { readableLog } from '../../support/test-log.ts';

const HOUR = 60 * MINUTE;

/** Leads in all the states that promises know, a story, and old leads out of a file. */
async function live(ctx: TestContext): Promise<void> {
  const later = (ms = MINUTE) => ctx.clock.move(ms);
  let count = 0;
  // Other words each time: the same within minutes would be one lead.
  const next = async (facts = {}) => {
    count += 1;
    return { leadId: await receiveOne(ctx, { message: `Question ${count}`, ...facts }), person: ANA };
  };
  const lead = [await next(), await next(), await next(), await next(), await next(), await next()] as const;
  later();
  for (const each of lead.slice(1)) await claimLead(ctx, each);
  later(HOUR);
  await markContacted(ctx, lead[1]);
  later();
  await qualifyLead(ctx, qualification(lead[1].leadId));
  await releaseLead(ctx, lead[2]);
  later();
  await undoMove(ctx, lead[2]);
  await handOverLead(ctx, { ...lead[3], to: BEN, note: null });
  await rejectLead(ctx, { ...lead[4], reasonCode: 'bad_contact_data', detail: null, note: null });
  await snoozeLead(ctx, { ...lead[2], date: '2026-11-30' });
  later(9 * HOUR);
  await mendLead(ctx, { leadId: lead[4].leadId, person: MIA, mended: { email: 'dana@other.example' } });
  await rejectLead(ctx, { ...lead[5], reasonCode: 'not_our_market', detail: null, note: null });
  later();
  await reopenLead(ctx, { leadId: lead[5].leadId, person: MAX });
  await recordOutcomes(ctx, 'api', [{ leadId: lead[0].leadId, outcome: 'lost', at: ctx.clock.now() }]);
  const again = [
    await next({ email: 'ute@pier.example' }),
    await next({ email: 'ute@pier.example', message: 'Again' }),
  ] as const;
  later();
  await claimLead(ctx, again[1]);
  await mergeLead(ctx, again[1]);
  later();
  await splitLead(ctx, again[1]);
  await ask(ctx);
  later();
  await tell(ctx, ANA);
  later();
  await close(ctx, MIA, { kind: 'asked_back', question: 'Which banks?' });
  const old = { source: 'Fair', name: 'Bo', receivedAt: NOW - 90 * 24 * HOUR };
  await receiveLeads(ctx, [old, old, old], { by: 'import', post: 'recent' });
}

async function everyRow(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) => tx.sql.selectFrom('promise').selectAll().execute());
  return rows.map(({ id, ...row }) => JSON.stringify(row, Object.keys(row).sort())).sort();
}

async function nags(ctx: TestContext): Promise<number> {
  return (await ctx.db.transaction((tx) => tx.sql.selectFrom('nag').selectAll().execute())).length;
}

async function forget(ctx: TestContext): Promise<void> {
  await ctx.db.transaction((tx) => tx.sql.deleteFrom('promise').execute());
}

for (const dialect of DIALECTS) {
  describe(`the promises of what was stored before, on ${dialect}`, () => {
    const world = () => testContext(dialect, { startAt: NOW, firstStart: { timezone: BERLIN } });

    it('are those that would have been written move by move', async () => {
      const ctx = await world();
      await live(ctx);
      const written = await everyRow(ctx);
      expect(written.length).toBeGreaterThan(25);
      await forget(ctx);
      await fillPromises(ctx);
      expect(await everyRow(ctx)).toEqual(written);
    });

    it('are made once, and go on where a start was killed half-way', async () => {
      const ctx = await world();
      await live(ctx);
      for (let n = 0; n < 60; n++) await receiveOne(ctx, { externalId: `more-${n}` });
      const written = await everyRow(ctx);
      await forget(ctx);
      let left = 60;
      const killed = {
        ...ctx,
        newId: (kind: string) => {
          left -= 1;
          if (left < 0) throw new Error('killed');
          return ctx.newId(kind);
        },
      };
      await expect(fillPromises(killed)).rejects.toThrow('killed');
      const halfWay = await everyRow(ctx);
      expect(halfWay.length).toBeGreaterThan(0);
      expect(halfWay.length).toBeLessThan(written.length);
      await expect(assertPromisesFilled(ctx)).rejects.toThrow('are not all there yet');
      expect(await fillPromises(ctx)).toBeGreaterThan(0);
      expect(await everyRow(ctx)).toEqual(written);
      expect(await fillPromises(ctx)).toBe(0);
      await assertPromisesFilled(ctx);
    });

    it('go together with what has moved meanwhile', async () => {
      const ctx = await world();
      const leadId = await receiveOne(ctx);
      ctx.clock.move(MINUTE);
      await forget(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      await fillPromises(ctx);
      const rows = await everyRow(ctx);
      expect(rows.map((row) => (JSON.parse(row) as TeamPromise).kind).sort()).toEqual([
        'claim',
        'contact',
        'verdict',
      ]);
    });

    it('are not said again where a nag was said', async () => {
      const ctx = await world();
      const leadId = await receiveOne(ctx);
      ctx.clock.move(2 * HOUR);
      await sendNags(ctx);
      await forget(ctx);
      await fillPromises(ctx);
      const [row] = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('promise').select(['said', 'about']).execute(),
      );
      expect(row).toEqual({ said: 'breach', about: leadId });
    });

    it('are there before nags are said, or these wait', async () => {
      const ctx = await world();
      await receiveOne(ctx);
      await forget(ctx);
      ctx.clock.move(2 * HOUR);
      const newId = (kind: string) => {
        if (kind === 'promise') throw new Error('killed');
        return ctx.newId(kind);
      };
      const { log, lines } = readableLog();
      await createJobRunner({ ctx: { ...ctx, newId }, jobs: SCHEDULE, log }).runOnce();
      const failed = lines().flatMap(({ msg, job }) => (String(msg).startsWith('a job failed') ? [job] : []));
      expect(failed).toEqual(['promises', 'nags']);
      expect(await nags(ctx)).toBe(0);
      await createJobRunner({ ctx, jobs: SCHEDULE, log }).runOnce();
      expect(await nags(ctx)).toBe(1);
    });
  });
}
