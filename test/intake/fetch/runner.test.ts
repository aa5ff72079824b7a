import { createHmac } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FetchRunner } from '../../../src/intake/fetch/runner.ts';
import type { WebhookSecret } from '../../../src/intake/webhooks/settings.ts';
import type { DialectName } from '../../../src/store/dialects.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { retryFailedMessages } from '../../../src/usecases/outbox/outbox-state.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { listSourcesAndCampaigns } from '../../../src/usecases/source/list-sources.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MAX } from '../../support/people.ts';
import { peopleApi } from '../../support/people-api.ts';
import { testLog } from '../../support/test-log.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { DELIVERIES, WEBHOOKS } from '../../support/webhooks.ts';

const DANA_IN_HUBSPOT = {
  id: '106314056576',
  createdAt: '2026-11-17T09:58:00.000Z',
  properties: {
    ...{ firstname: 'Dana', lastname: 'Whitfield', email: 'dana@harbour.example', phone: null },
    ...{ company: 'Harbour Hotels', jobtitle: 'Head of Operations', country: 'Germany' },
    ...{ hs_analytics_source: 'PAID_SEARCH', createdate: '2026-11-17T09:58:00.000Z', hs_object_id: '1063' },
  },
};

const DANA_IN_META = {
  id: '233370042045345',
  created_time: '2026-11-17T09:58:00+0000',
  campaign_name: 'Hotels Q4',
  platform: 'ig',
  field_data: [
    { name: 'full_name', values: ['Dana Whitfield'] },
    { name: 'email', values: ['dana@harbour.example'] },
    { name: 'how_many_keys?', values: ['40', 'more'] },
  ],
};

/** Under the id that is asked for: another one would be of a contact that it was merged into. */
const danaAs = (path: string) => ({ status: 200, body: { ...DANA_IN_HUBSPOT, id: path.split('/').at(-1) } });

async function fetchWorld(dialect: DialectName = 'sqlite', { without }: { without?: WebhookSecret } = {}) {
  const api = await peopleApi();
  const secrets = { ...WEBHOOKS.secrets };
  if (without) delete secrets[without];
  const settings = {
    ...WEBHOOKS,
    secrets,
    hubspotApiUrl: `${api.url}/hubspot`,
    metaApiUrl: `${api.url}/meta`,
  };
  const server = await webhookServer(dialect, settings);
  const { context: ctx } = server;
  const runner = new FetchRunner({ ctx, settings, log: testLog() });
  const notices = () =>
    ctx.db.transaction((tx) =>
      tx.sql.selectFrom('outbox').select('target').where('kind', '=', 'notice').execute(),
    );
  const troubles = () => ctx.db.transaction((tx) => tx.sql.selectFrom('trouble').selectAll().execute());
  return {
    ...server,
    api,
    ctx,
    runner,
    settings,
    notices,
    troubles,
    run: () => runner.runOnce(ctx.clock.now()),
  };
}

for (const dialect of DIALECTS) {
  describe(`whom a vendor names by an id alone, on ${dialect}`, () => {
    it('HubSpot: is fetched with the token, as the address of the webhook wished', async () => {
      const { api, deliver, run, leads, fetchJobs } = await fetchWorld(dialect);
      api.say({ status: 200, body: DANA_IN_HUBSPOT });
      await deliver('hubspot', DELIVERIES.hubspot, '?source=Website');
      expect(await leads()).toEqual([]);
      await run();
      expect(api.asked).toMatchObject([
        { path: '/hubspot/crm/v3/objects/contacts/106314056576', authorization: 'Bearer hubspot-token' },
        { path: '/hubspot/crm/v3/properties/contacts', authorization: 'Bearer hubspot-token' },
      ]);
      expect(await leads()).toMatchObject([
        {
          ...{
            source: 'Website',
            externalId: '106314056576',
            name: 'Dana Whitfield',
            company: 'Harbour Hotels',
          },
          ...{ email: 'dana@harbour.example', title: 'Head of Operations', region: 'Germany' },
          receivedAt: Date.parse('2026-11-17T09:58:00Z'),
          fields: { hs_analytics_source: 'PAID_SEARCH' },
          cardChannel: expect.any(String),
        },
      ]);
      expect(await fetchJobs()).toMatchObject([{ state: 'done', attempts: 1, lastFailure: null }]);
    });

    it('Meta: is fetched with the token and the proof of the secret', async () => {
      const { api, deliver, run, leads } = await fetchWorld(dialect);
      api.say({ status: 200, body: DANA_IN_META });
      await deliver('meta', DELIVERIES.meta);
      await run();
      const proof = createHmac('sha256', 'meta-secret').update('meta-token').digest('hex');
      expect(api.asked).toMatchObject([
        { path: '/meta/233370042045345', authorization: 'Bearer meta-token' },
      ]);
      expect(api.asked[0]?.query.get('appsecret_proof')).toBe(proof);
      expect(await leads()).toMatchObject([
        {
          ...{ source: 'Meta', externalId: '233370042045345', campaign: 'Hotels Q4', isTest: 0 },
          ...{ name: 'Dana Whitfield', email: 'dana@harbour.example' },
          fields: { 'how_many_keys?': '40, more', Platform: 'ig' },
        },
      ]);
    });

    it('Meta: the campaign is known by its id, and meets the cost of its ad report under whatever name', async () => {
      const { api, ctx, deliver, run } = await fetchWorld(dialect);
      const { campaign_name: _, ...nameless } = { ...DANA_IN_META, campaign_id: '120208123456789012' };
      api.say({ status: 200, body: nameless });
      await deliver('meta', DELIVERIES.meta);
      await run();
      expect(api.asked[0]?.query.get('fields')).toContain('campaign_id');
      const days = { from: '2026-11-01', to: '2026-11-30' };
      const amount = { minor: 90_000, currency: 'EUR' };
      const report = { side: 'marketing' as const, source: 'Meta', campaignId: '120208123456789012', amount };
      await recordSpend(ctx, { by: 'api', spend: [{ ...report, ...days, campaign: 'Hotels Q4 | DE' }] });
      const { rows } = await loadReport(ctx, { ...days, by: 'campaign' });
      expect(rows).toMatchObject([{ key: 'Hotels Q4 | DE', leads: 1, spend: 900 }]);
    });

    it('Meta: a campaign that the address names is that one, and the platform’s id says nothing', async () => {
      const { api, ctx, deliver, run } = await fetchWorld(dialect);
      api.say({ status: 200, body: { ...DANA_IN_META, campaign_id: '120208123456789012' } });
      await deliver('meta', DELIVERIES.meta, '?campaign=Always%20on');
      await run();
      const { campaigns } = await listSourcesAndCampaigns(ctx, 'tango');
      expect(campaigns.map(({ spellings }) => spellings.map(({ text }) => text))).toEqual([['Always on']]);
    });

    it('is one lead, also when two runners go at once and the webhook comes again', async () => {
      const { api, ctx, settings, deliver, run, leads } = await fetchWorld(dialect);
      api.say({ status: 200, body: DANA_IN_HUBSPOT });
      const other = new FetchRunner({ ctx, settings, log: testLog() });
      await deliver('hubspot', DELIVERIES.hubspot);
      await Promise.all([run(), other.runOnce(ctx.clock.now())]);
      await deliver('hubspot', DELIVERIES.hubspot);
      await run();
      expect(await leads()).toHaveLength(1);
      expect(api.asked.filter(({ path }) => path.includes('/objects/'))).toHaveLength(1);
    });

    it('waits without a token, the managers are told once, and comes when there is one', async () => {
      const world = await fetchWorld(dialect, { without: 'HUBSPOT_ACCESS_TOKEN' });
      const { api, ctx, deliver, run, leads, fetchJobs, notices, troubles } = world;
      await deliver('hubspot', DELIVERIES.hubspot);
      await run();
      await run();
      expect(await fetchJobs()).toMatchObject([
        { state: 'waiting_for_token', lastFailure: 'no_token: HUBSPOT_ACCESS_TOKEN' },
      ]);
      expect(await notices()).toEqual([{ target: MAX }]);
      expect(await troubles()).toMatchObject([{ subject: 'fetch:hubspot', code: 'no_token' }]);
      api.say({ status: 200, body: DANA_IN_HUBSPOT });
      const restarted = new FetchRunner({
        ctx,
        settings: { ...world.settings, secrets: WEBHOOKS.secrets },
        log: testLog(),
      });
      await restarted.runOnce(ctx.clock.now());
      expect([await leads(), await troubles()]).toMatchObject([[{ name: 'Dana Whitfield' }], []]);
    });
  });
}

describe('what goes wrong on the way', () => {
  it('an outage is tried again, later each time, until the vendor is back', async () => {
    const { api, ctx, deliver, run, leads, fetchJobs } = await fetchWorld();
    await deliver('hubspot', DELIVERIES.hubspot);
    api.say({ status: 502 });
    const waits: number[] = [];
    for (let n = 0; n < 9; n++) {
      await run();
      const [job] = await fetchJobs();
      expect(job).toMatchObject({ state: 'pending', lastFailure: 'busy: http_502' });
      waits.push(((job?.nextAttemptAt ?? 0) - ctx.clock.now()) / 1000);
      ctx.clock.move((waits.at(-1) ?? 0) * 1000 - 1);
      await run();
      expect(api.asked).toHaveLength(n + 1);
      ctx.clock.move(1);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    api.say({ status: 200, body: DANA_IN_HUBSPOT });
    await run();
    expect(await leads()).toHaveLength(1);
  });

  it('a vendor that cannot be reached at all loses nobody', async () => {
    const { api, deliver, run, fetchJobs } = await fetchWorld();
    await deliver('hubspot', DELIVERIES.hubspot);
    await api.stop();
    await run();
    expect(await fetchJobs()).toMatchObject([{ state: 'pending', lastFailure: 'busy: ECONNREFUSED' }]);
  });

  it('a limit is heeded as long as the vendor says', async () => {
    const { api, ctx, deliver, run, fetchJobs } = await fetchWorld();
    await deliver('hubspot', DELIVERIES.hubspot);
    api.say({ status: 429, headers: { 'retry-after': '7' } });
    await run();
    expect(await fetchJobs()).toMatchObject([{ state: 'pending', nextAttemptAt: ctx.clock.now() + 7_000 }]);
  });

  it('a limit of a day is asked about hourly, and not in between', async () => {
    const { api, ctx, deliver, run, fetchJobs } = await fetchWorld();
    const events = Array.from({ length: 12 }, (_, n) => ({
      subscriptionType: 'contact.creation',
      objectId: n + 1,
    }));
    await deliver('hubspot', events);
    api.say({ status: 429, headers: { 'retry-after': '86400' } });
    await run();
    await run();
    expect(api.asked).toHaveLength(12);
    expect(await fetchJobs()).toEqual(
      Array(12).fill(
        expect.objectContaining({ state: 'pending', nextAttemptAt: ctx.clock.now() + 3_600_000 }),
      ),
    );
  });

  it('somebody who is not there may be so for now: asked for again, told after some minutes, taken when there', async () => {
    const { api, ctx, deliver, run, leads, fetchJobs, troubles, notices } = await fetchWorld();
    await deliver('hubspot', DELIVERIES.hubspot);
    api.say({ status: 404 });
    await run();
    expect(await fetchJobs()).toMatchObject([{ state: 'pending', lastFailure: 'gone: http_404' }]);
    for (let n = 0; n < 4; n++) {
      ctx.clock.move(10 * 60_000);
      await run();
    }
    expect(await troubles()).toMatchObject([{ subject: 'fetch_unanswered:hubspot' }]);
    expect(await notices()).toHaveLength(1);
    api.say({ status: 200, body: DANA_IN_HUBSPOT });
    ctx.clock.move(3_600_000);
    await run();
    expect([await leads(), await troubles()]).toMatchObject([[{ name: 'Dana Whitfield' }], []]);
  });

  it('somebody who never comes is given up after a day and a half, told, and asked for again by command', async () => {
    const { api, ctx, deliver, run, leads, fetchJobs, troubles } = await fetchWorld();
    await deliver('hubspot', DELIVERIES.hubspot);
    api.say({ status: 404 });
    for (let n = 0; n < 45; n++) {
      await run();
      ctx.clock.move(3_600_000);
    }
    expect(await fetchJobs()).toMatchObject([{ state: 'failed', attempts: 42 }]);
    expect((await troubles()).map(({ subject }) => subject)).toContain('fetch_given_up:hubspot');
    api.say({ status: 200, body: DANA_IN_HUBSPOT });
    await run();
    expect(await leads()).toEqual([]);
    expect(await retryFailedMessages(ctx)).toMatchObject({ fetched: 1 });
    await run();
    expect(await leads()).toMatchObject([{ name: 'Dana Whitfield' }]);
  });

  it('each page has a token of its own: one that is refused keeps nobody of another waiting, and is told once', async () => {
    const { api, ctx, deliver, leads, fetchJobs, notices, settings } = await fetchWorld();
    const secrets = { ...settings.secrets, META_ACCESS_TOKEN: '1021:token-a, 1022:token-b' };
    const runner = new FetchRunner({ ctx, settings: { ...settings, secrets }, log: testLog() });
    const entryOf = (id: string, lead: string) => ({
      id,
      changes: [{ field: 'leadgen', value: { leadgen_id: lead } }],
    });
    const entry = [entryOf('1021', '11'), entryOf('1022', '12'), entryOf('1023', '13')];
    await deliver('meta', { object: 'page', entry });
    api.say({ status: 200, body: DANA_IN_META });
    await runner.runOnce(ctx.clock.now());
    expect(new Set(api.asked.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer token-a', 'Bearer token-b']),
    );
    expect(await leads()).toHaveLength(2);
    expect((await fetchJobs()).map(({ state }) => state).sort()).toEqual([
      'done',
      'done',
      'waiting_for_token',
    ]);
    for (let n = 0; n < 3; n++) {
      ctx.clock.move(5 * 60_000);
      await deliver('meta', { object: 'page', entry: [entryOf('1021', `2${n}`)] });
      await runner.runOnce(ctx.clock.now());
    }
    expect(await leads()).toHaveLength(5);
    // Marketing hears of the form's questions.
    expect((await notices()).filter(({ target }) => target === MAX)).toHaveLength(1);
  });

  it('of many, those that are not what the vendor documents keep nobody else away, and are counted', async () => {
    const { api, deliver, run, leads } = await fetchWorld();
    api.say(danaAs);
    const good = { subscriptionType: 'contact.creation', objectId: 1 };
    const answer = await deliver('hubspot', [good, { subscriptionType: 'contact.creation' }, null]);
    expect(answer).toMatchObject({ status: 200, body: { unread: 2 } });
    const changes = [
      { field: 'leadgen', value: { leadgen_id: '' } },
      { field: 'leadgen', value: { leadgen_id: '7' } },
      'what?',
    ];
    await deliver('meta', { object: 'page', entry: ['what?', { id: '1', changes }] });
    await run();
    expect((await leads()).map(({ externalId }) => externalId).sort()).toEqual(['1', '7']);
  });

  it('a token that is refused stops the asking, is told once, and is tried again minutes later', async () => {
    const { api, ctx, deliver, run, leads, fetchJobs, notices } = await fetchWorld();
    const events = Array.from({ length: 12 }, (_, n) => ({
      subscriptionType: 'contact.creation',
      objectId: n + 1,
    }));
    await deliver('hubspot', events);
    api.say({ status: 401 });
    await run();
    await run();
    expect(api.asked.length).toBeLessThanOrEqual(5);
    expect(new Set((await fetchJobs()).map((job) => job.state))).toEqual(new Set(['waiting_for_token']));
    expect(await notices()).toHaveLength(1);
    api.say(danaAs);
    ctx.clock.move(5 * 60_000);
    await run();
    expect(await leads()).toHaveLength(12);
  });

  it.each([
    [190, undefined, 'waiting_for_token'],
    [200, undefined, 'waiting_for_token'],
    [100, 33, 'pending'],
    [4, undefined, 'pending'],
    [999, undefined, 'pending'],
  ])("Meta's error %i (%s) leaves the job %s", async (code, subcode, state) => {
    const { api, deliver, run, fetchJobs } = await fetchWorld();
    await deliver('meta', DELIVERIES.meta);
    const error = { message: 'no', type: 'OAuthException', code, error_subcode: subcode };
    api.say({ status: 400, body: { error } });
    await run();
    expect(await fetchJobs()).toMatchObject([{ state }]);
  });

  it('an answer that makes no sense is waited for as well', async () => {
    const { api, ctx, deliver, run, leads, fetchJobs } = await fetchWorld();
    await deliver('hubspot', DELIVERIES.hubspot);
    api.say({ status: 200, body: { hello: 'world' } });
    for (let n = 0; n < 10; n++) {
      await run();
      ctx.clock.move(3_600_000);
    }
    expect(await fetchJobs()).toMatchObject([{ state: 'pending', attempts: 10 }]);
    expect(await leads()).toEqual([]);
  });

  it('a crash between asking and taking costs a minute, and a clock that is put back nothing', async () => {
    const { api, ctx, deliver, run, leads } = await fetchWorld();
    await deliver('hubspot', DELIVERIES.hubspot);
    await ctx.db.transaction((tx) =>
      tx.sql
        .updateTable('fetchJob')
        .set({ attempts: 1, nextAttemptAt: ctx.clock.now() + 60_000 })
        .execute(),
    );
    api.say({ status: 200, body: DANA_IN_HUBSPOT });
    await run();
    expect(await leads()).toEqual([]);
    ctx.clock.move(-86_400_000);
    await run();
    expect(await leads()).toHaveLength(1);
  });

  it("Meta's dummy of the testing tool is a test", async () => {
    const { api, deliver, run, leads } = await fetchWorld();
    const field_data = [
      { name: 'full_name', values: ['<test lead: dummy data for full_name>'] },
      { name: 'email', values: ['test@meta.com'] },
    ];
    api.say({ status: 200, body: { ...DANA_IN_META, field_data } });
    await deliver('meta', DELIVERIES.meta);
    await run();
    expect(await leads()).toMatchObject([{ isTest: 1 }]);
  });
});

it('a runner that has been started fetches by itself once the webhook is answered, and stops when told', async () => {
  const { api, deliver, runner, leads } = await fetchWorld();
  api.say({ status: 200, body: DANA_IN_HUBSPOT });
  runner.start();
  onTestFinished(() => runner.stop());
  await deliver('hubspot', DELIVERIES.hubspot);
  await expect.poll(leads, { timeout: 5_000 }).toHaveLength(1);
  await runner.stop();
});
