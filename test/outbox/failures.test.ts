import { describe, expect, it } from 'vitest';
import type { Rendered } from '../../src/outbox/rendered.ts';
import { DEFAULT_TIMINGS } from '../../src/outbox/timings.ts';
import { actions, section } from '../../src/slack/views/kit/blocks.ts';
import { plot } from '../../src/slack/views/kit/charts.ts';
import { button } from '../../src/slack/views/kit/elements.ts';
import { retryFailed } from '../../src/store/outbox/enqueue.ts';
import { DIALECTS } from '../support/databases.ts';
import { card, line, outboxWorld, UNPACED } from '../support/outbox-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

for (const dialect of DIALECTS) {
  describe(`a failure on ${dialect}`, () => {
    for (const error of ['service_unavailable', 'request_timeout', 'team_added_to_org']) {
      it(`is retried soon and for as long as it takes: ${error}`, async () => {
        const world = await outboxWorld(dialect);
        await world.announce(line('hello'));
        world.emulator.faults.next('chat.postMessage', { kind: 'error', error }, 5);
        await world.drain();
        await world.pass(5 * UNPACED.outageCap, 1_000);
        expect(world.said('C_LEADS')).toEqual(['About hello']);
        expect(world.calls('chat.postMessage')).toBe(6);
        expect(world.alerts).toEqual([]);
      });
    }

    it('is retried after the time that Slack asks for, and nothing else is posted meanwhile', async () => {
      const world = await outboxWorld(dialect, {
        timings: { ...UNPACED, rates: DEFAULT_TIMINGS.rates },
      });
      await world.announce(line('hello'));
      world.emulator.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 17 });
      await world.drain();
      await world.announce(line('elsewhere', undefined, 'C_FIELD'));
      await world.pass(16_999);
      expect(world.calls('chat.postMessage')).toBe(1);
      await world.pass(1);
      await world.pass(1_000);
      expect(world.said('C_LEADS')).toEqual(['About hello']);
      expect(world.said('C_FIELD')).toEqual(['About elsewhere']);
      expect(world.calls('chat.postMessage')).toBe(3);
      expect(await world.row('lead_line:hello')).toMatchObject({ attempts: 1 });
    });

    it('of an unknown kind is retried ever more slowly, then given up for all to see, told once', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(line('hello'));
      const mend = world.emulator.faults.during('chat.postMessage', { kind: 'error', error: 'new_to_us' });
      await world.drain();
      await world.pass(HOUR, 60_000);
      expect(await world.row('lead_line:hello')).toMatchObject({
        status: 'failed',
        attempts: 8,
        lastFailure: 'unknown: new_to_us',
      });
      expect(world.alerts).toHaveLength(1);
      mend();
      await world.db.transaction((tx) => retryFailed(tx, world.clock.now()));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About hello']);
    });

    it('of the content sends a simpler form: no charts first, then words and buttons, then text alone', async () => {
      const world = await outboxWorld(dialect);
      const leads = plot({
        kind: 'bar',
        title: 'Leads',
        categories: ['W46', 'W47'],
        series: [{ name: 'Leads', values: [49, 52] }],
      });
      const ask = actions([button({ action: 'ask', text: 'Ask', value: 'W47' })]);
      const rendered: Rendered = { text: 'Week 47', blocks: [section('*Week 47*'), leads, ask] };
      for (const ref of ['chart', 'buttons', 'words']) world.words.set(ref, () => rendered);
      const refused = { kind: 'error', error: 'invalid_blocks' } as const;
      world.emulator.faults.next('chat.postMessage', refused, 1);
      await world.announce(line('chart'));
      await world.drain();
      world.emulator.faults.next('chat.postMessage', refused, 2);
      await world.announce(line('buttons'));
      await world.drain();
      world.emulator.faults.next('chat.postMessage', refused, 3);
      await world.announce(line('words'));
      await world.drain();
      const [chart, buttons, words] = world.emulator.workspace.messages.in('C_LEADS');
      expect(chart?.blocks.map((block) => block.type)).toEqual(['section', 'section', 'actions']);
      expect(buttons?.blocks.map((block) => block.type)).toEqual(['section', 'actions']);
      expect(JSON.stringify(chart?.blocks)).toContain('W47 52');
      expect(words?.blocks).toEqual([]);
      expect(words?.text).toContain('W47 52');
      expect(world.alerts.map(({ code }) => code)).toEqual(['invalid_blocks']);
    });

    it('of content that is refused in every form ends as failed', async () => {
      const world = await outboxWorld(dialect);
      world.emulator.faults.during('chat.postMessage', { kind: 'error', error: 'msg_too_long' });
      await world.announce(line('hello'));
      await world.drain();
      expect(world.calls('chat.postMessage')).toBe(4);
      expect(await world.row('lead_line:hello')).toMatchObject({ status: 'failed' });
    });

    it('of the destination lets its messages wait, tells a person once, and sends all in order when mended', async () => {
      const world = await outboxWorld(dialect);
      world.emulator.admin.archive('C_LEADS');
      await world.announce(line('1'), line('2'), line('3', undefined, 'C_FIELD'));
      await world.drain();
      await world.pass(2 * HOUR, 60_000);
      expect(world.said('C_FIELD')).toEqual(['About 3']);
      expect(world.alerts.map(({ subject, code }) => [subject, code])).toEqual([
        ['destination:C_LEADS', 'is_archived'],
      ]);
      expect(world.calls('chat.postMessage')).toBeLessThan(12);
      expect(await world.row('lead_line:1')).toMatchObject({ status: 'pending' });
      world.emulator.admin.unarchive('C_LEADS');
      await world.announce(line('4'));
      await world.pass(HOUR, 60_000);
      expect(world.said('C_LEADS')).toEqual(['About 1', 'About 2', 'About 4']);
      world.emulator.admin.archive('C_LEADS');
      await world.announce(line('5'));
      await world.drain();
      expect(world.alerts).toHaveLength(2);
    });

    it('of the destination for days gives up all that waits for it, and a command brings it back', async () => {
      const world = await outboxWorld(dialect);
      world.emulator.admin.archive('C_LEADS');
      await world.announce(line('1'), line('2'));
      await world.drain();
      await world.pass(3 * DAY + 2 * HOUR, HOUR);
      for (const ref of ['1', '2'])
        expect(await world.row(`lead_line:${ref}`)).toMatchObject({ status: 'failed' });
      world.emulator.admin.unarchive('C_LEADS');
      await world.db.transaction((tx) => retryFailed(tx, world.clock.now()));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About 1', 'About 2']);
    });

    it('of a thread posts to the channel itself', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      world.emulator.faults.next('chat.postMessage', { kind: 'error', error: 'cannot_reply_to_message' });
      await world.announce(line('claimed', 'lead_card:dana'));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About dana', 'About claimed']);
    });

    it('of our token stops everything until Slack takes it again', async () => {
      const world = await outboxWorld(dialect);
      const mend = world.emulator.faults.during('*', { kind: 'error', error: 'token_revoked' });
      await world.announce(line('1'), line('2', undefined, 'C_FIELD'), line('3'));
      await world.drain();
      const calls = world.emulator.workspace.calls.length;
      await world.pass(UNPACED.authProbe - 1_000, 23_000);
      expect(world.emulator.workspace.calls).toHaveLength(calls);
      expect((await world.outbox.health(world.clock.now())).authBroken).toBe('token_revoked');
      expect(world.alerts.map(({ subject }) => subject)).toEqual(['auth']);
      mend();
      await world.pass(2_000);
      expect(world.said('C_LEADS')).toEqual(['About 1', 'About 3']);
      expect(world.said('C_FIELD')).toEqual(['About 2']);
      expect((await world.outbox.health(world.clock.now())).authBroken).toBeNull();
    });

    it('of the quota waits an hour and tells', async () => {
      const world = await outboxWorld(dialect);
      world.emulator.faults.next('chat.postMessage', { kind: 'error', error: 'message_limit_exceeded' });
      await world.announce(line('hello'));
      await world.drain();
      await world.pass(HOUR - 1_000, 60_000);
      expect(world.alerts.map(({ subject }) => subject)).toEqual(['quota']);
      await world.pass(2 * 60_000, 60_000);
      expect(world.said('C_LEADS')).toEqual(['About hello']);
    });

    it('of an edit that Slack takes no longer posts again', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      world.emulator.faults.next('chat.update', { kind: 'error', error: 'edit_window_closed' });
      world.words.set('dana', 'Dana, won');
      await world.announce(card('dana'));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About dana', 'Dana, won']);
    });

    it('of our own in rendering is retried, then visible; other rows go on', async () => {
      const world = await outboxWorld(dialect);
      world.words.set('broken', () => {
        throw new RangeError('dana@harbour.example is no number');
      });
      await world.announce(line('broken'), line('fine'));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About fine']);
      await world.pass(HOUR, 60_000);
      const row = await world.row('lead_line:broken');
      expect(row).toMatchObject({ status: 'failed', lastFailure: 'unknown: render: RangeError' });
      expect(world.alerts).toHaveLength(1);
    });

    it('of a card takes its waiting lines with it, and a retry brings all', async () => {
      const world = await outboxWorld(dialect);
      const mend = world.emulator.faults.during('chat.postMessage', { kind: 'error', error: 'new_to_us' });
      await world.announce(card('dana'), line('claimed', 'lead_card:dana'));
      await world.drain();
      await world.pass(HOUR, 60_000);
      expect(await world.row('lead_line:claimed')).toMatchObject({ status: 'failed' });
      mend();
      await world.db.transaction((tx) => retryFailed(tx, world.clock.now()));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About dana', '  About claimed']);
    });

    it('loses nothing and doubles nothing while Slack is away for an hour', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('before'));
      await world.drain();
      world.emulator.faults.outage(true);
      for (let ref = 1; ref <= 20; ref++) {
        await world.announce(card(`lead ${ref}`), line(`line ${ref}`, `lead_card:lead ${ref}`));
        await world.pass(3 * 60_000, 60_000);
      }
      expect((await world.outbox.health(world.clock.now())).oldestDueAge).toBeGreaterThanOrEqual(HOUR);
      world.emulator.faults.outage(false);
      await world.pass(3 * 60_000, 5_000);
      const said = world.said('C_LEADS');
      expect(said).toHaveLength(41);
      expect(new Set(said).size).toBe(41);
      expect((await world.outbox.health(world.clock.now())).counts).toMatchObject({ sent: 41, failed: 0 });
    });
  });
}
