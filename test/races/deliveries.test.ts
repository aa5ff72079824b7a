/** The same thing that comes twice, the second time before the first one is committed. */
import { describe, expect, it } from 'vitest';
import type { NagId } from '../../src/domain/nag/nag.ts';
import { FIRST_REASONS } from '../../src/domain/reject-reason/reject-reason.ts';
import { enqueueFetches } from '../../src/store/delivery/fetch-job.ts';
import { countAtBooth } from '../../src/store/lead/booth.ts';
import { findSpendBetween } from '../../src/store/money/spend.ts';
import { insertNag } from '../../src/store/nag/nag.ts';
import { enqueue } from '../../src/store/outbox/enqueue.ts';
import { insertFirstReasons } from '../../src/store/reject-reason/reject-reason.ts';
import type { Schema } from '../../src/store/schema.ts';
import { insertPeople } from '../../src/store/team/person.ts';
import { askField } from '../../src/usecases/insight/ask-field.ts';
import { recordRun } from '../../src/usecases/job/job-run.ts';
import { receiveLeadCall, receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { recordSpend, type SpendInput } from '../../src/usecases/money/record-spend.ts';
import { tellStory } from '../../src/usecases/story/tell-story.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { line } from '../support/outbox-world.ts';
import { ANA, BEN, LEADS, MIA } from '../support/people.ts';
import { fulfilled, race, rejections } from '../support/race.ts';
import { sampleAsking, sampleTelling } from '../support/sample-insight.ts';

for (const dialect of DIALECTS) {
  describe(`two deliveries of the same at the same moment, on ${dialect}`, () => {
    it('are one lead when two senders bring it', async () => {
      const ctx = await testContext(dialect);
      const deliver = () => receiveLeads(ctx, [DANA], { by: 'api', post: 'all' });
      const [first, second] = fulfilled(await race(ctx.db, 'lead', [deliver, deliver])).flat();
      expect([first?.duplicate, second?.duplicate].sort()).toEqual([false, true]);
      expect(second?.id).toBe(first?.id);
      expect(await count(ctx, 'lead')).toBe(1);
    });

    it('are one amount when two import the same row', async () => {
      const ctx = await testContext(dialect);
      const bring = () => recordSpend(ctx, { by: 'import', spend: [SPEND] });
      expect(rejections(await race(ctx.db, 'spend', [bring, bring]))).toEqual([]);
      const counted = await ctx.db.transaction((tx) => findSpendBetween(tx, '2000-01-01', '2100-01-01'));
      expect(counted).toHaveLength(1);
    });

    it('are one call under one key', async () => {
      const ctx = await testContext(dialect);
      const delivery = { route: 'leads', key: 'november', bodyHash: 'hash' };
      const call = () =>
        receiveLeadCall(ctx, {
          leads: [{ source: 'Webinar', name: 'Dana' }],
          options: { post: 'all' },
          delivery,
        });
      const [first, second] = fulfilled(await race(ctx.db, 'idempotency_key', [call, call]));
      expect([first?.isRepeat, second?.isRepeat].sort()).toEqual([false, true]);
      expect(second?.leads).toEqual(first?.leads);
    });

    it('are one run of a job', async () => {
      const ctx = await testContext(dialect);
      const run = () => recordRun(ctx, { job: 'scorecard', occurrence: '2026-11-16' });
      expect(rejections(await race(ctx.db, 'job_run', [run, run]))).toEqual([]);
      expect(await count(ctx, 'jobRun')).toBe(1);
    });

    it('are one request when a form is sent twice', async () => {
      const ctx = await testContext(dialect);
      const ask = () => askField(ctx, { submission: 'V1', person: MIA, asking: sampleAsking() });
      expect(rejections(await race(ctx.db, 'insight_request', [ask, ask]))).toEqual([]);
      expect(await count(ctx, 'insightRequest')).toBe(1);
    });

    it('are one story when a form is sent twice', async () => {
      const ctx = await testContext(dialect);
      await askField(ctx, { submission: 'V1', person: MIA, asking: sampleAsking() });
      const [request] = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('insightRequest').select('id').execute(),
      );
      const about = { kind: 'request', id: request!.id } as const;
      const tell = () => tellStory(ctx, { submission: 'V2', person: ANA, about, telling: sampleTelling() });
      expect(rejections(await race(ctx.db, 'story', [tell, tell]))).toEqual([]);
      expect(await count(ctx, 'story')).toBe(1);
    });

    it('are one nag', async () => {
      const ctx = await testContext(dialect);
      const [lead] = await receiveLeads(ctx, [DANA], { by: 'api', post: 'all' });
      const at = { cycleAt: 1, sentAt: 2, promiseId: null, postAt: null };
      const step = { leadId: lead!.id, promise: 'claim', step: 'near', ...at } as const;
      const say = (id: string) => () =>
        ctx.db.transaction((tx) => insertNag(tx, { ...step, id: id as NagId }));
      expect(fulfilled(await race(ctx.db, 'nag', [say('a'), say('b')])).sort()).toEqual([false, true]);
      expect(await count(ctx, 'nag')).toBe(1);
    });

    it('are one fetch', async () => {
      const ctx = await testContext(dialect);
      const order = { vendor: 'hubspot', objectId: '1', body: '{}' } as const;
      const enqueue = () => ctx.db.transaction((tx) => enqueueFetches(tx, [order], ctx.clock.now()));
      expect(rejections(await race(ctx.db, 'fetch_job', [enqueue, enqueue]))).toEqual([]);
      expect(await count(ctx, 'fetchJob')).toBe(1);
    });

    it('are one row of the outbox', async () => {
      const ctx = await testContext(dialect);
      const say = (id: string) => () =>
        ctx.db.transaction((tx) => enqueue(tx, line('1'), { id, now: ctx.clock.now() }));
      expect(rejections(await race(ctx.db, 'outbox', [say('a'), say('b')]))).toEqual([]);
      const rows = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').select(['kind', 'generation']).execute(),
      );
      expect(rows).toEqual([{ kind: 'lead_line', generation: 1 }]);
    });

    it('are one list of reject reasons at the first start', async () => {
      const ctx = await testContext(dialect);
      await ctx.db.transaction((tx) => tx.sql.deleteFrom('rejectReason').execute());
      const start = () => ctx.db.transaction((tx) => insertFirstReasons(tx, FIRST_REASONS));
      expect(rejections(await race(ctx.db, 'reject_reason', [start, start]))).toEqual([]);
      expect(await count(ctx, 'rejectReason')).toBe(FIRST_REASONS.length);
    });

    it('are one person who is seen for the first time', async () => {
      const ctx = await testContext(dialect);
      const see = () => ctx.db.transaction((tx) => insertPeople(tx, [BEN], ctx.clock.now()));
      const before = await count(ctx, 'person');
      expect(rejections(await race(ctx.db, 'person', [see, see]))).toEqual([]);
      expect(await count(ctx, 'person')).toBe(before + 1);
    });

    it('are both counted at one booth', async () => {
      const ctx = await testContext(dialect);
      const booth = {
        person: ANA,
        channel: LEADS,
        day: '2026-11-17',
        source: 'Fair',
        claims: true,
        saved: 1,
      };
      const save = () => ctx.db.transaction((tx) => countAtBooth(tx, booth));
      expect(fulfilled(await race(ctx.db, 'stand', [save, save])).sort()).toEqual([1, 2]);
    });
  });
}

/** Without a way to reach them, by which two could be told for one. */
const DANA = { source: 'Webinar', name: 'Dana Whitfield', externalId: '17' };

const SPEND: SpendInput = {
  side: 'marketing',
  source: null,
  campaign: null,
  from: '2026-11-01',
  to: '2026-11-30',
  amount: { minor: 120_050, currency: 'EUR' },
};

async function count(ctx: TestContext, table: keyof Schema): Promise<number> {
  const rows = await ctx.db.transaction((tx) => tx.sql.selectFrom(table).selectAll().execute());
  return rows.length;
}
