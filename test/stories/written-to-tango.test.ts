/** Somebody writes to Tango as if it were a person, or asks it below one of its messages. */
import { expect, it } from 'vitest';
import type { ListenerDeps } from '../../src/slack/listeners/edge/listen.ts';
import { onDirectMessage } from '../../src/slack/listeners/team/messages.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { cardsOf } from '../support/cards.ts';
import { ANA, LEADS } from '../support/people.ts';
import { QUICK } from '../support/slack-timings.ts';
import { readableLog } from '../support/test-log.ts';
import { startWorld, type World } from '../support/world.ts';

const answers = (world: World, person = ANA) =>
  world.emulator
    .as(person)
    .directMessage()
    .messages.filter(({ user }) => user === 'U_TANGO')
    .map(({ text }) => text);

for (const mode of ['socket', 'http'] as const) {
  it(`Who writes to Tango gets what there is, once for what they write in a row, and the command that they mean, over ${mode}`, async () => {
    const world = await startWorld({ mode });
    const ana = world.emulator.as(ANA);
    ana.sayToBot('hello?');
    await world.emulator.settled();
    await world.settle();
    ana.sayToBot('is anybody there');
    await world.emulator.settled();
    await world.settle();
    expect(answers(world)).toEqual([expect.stringContaining('I only know commands')]);
    ana.sayToBot('Scorecard please');
    await world.emulator.settled();
    await world.settle();
    expect(answers(world).at(-1)).toContain('Type /scorecard.');
    world.clock.move(11 * 60_000);
    ana.sayToBot('leave');
    await world.emulator.settled();
    await world.settle();
    expect(answers(world).at(-1)).toContain('Type /tango leave.');
    expect(answers(world)).toHaveLength(3);
  });

  it(`Below a message of Tango’s it answers once, and not again after Slack has told twice, over ${mode}`, async () => {
    const world = await startWorld({ mode });
    const ana = world.emulator.as(ANA);
    ana.sayToBot('hello?');
    await world.emulator.settled();
    await world.settle();
    const [root] = ana.directMessage().messages.filter(({ user }) => user === 'U_TANGO');
    world.emulator.faults.duplicateEvents(2);
    for (const text of ['what now', 'and now']) {
      ana.sayToBot(text, { thread: root!.ts });
      await world.emulator.settled();
      world.clock.move(30 * 60_000);
      await world.settle();
    }
    expect(answers(world)).toHaveLength(2);
  });

  it(`Slack lets Tango in no longer: it is said at once, what waits keeps waiting, and goes out with a token that is taken, over ${mode}`, async () => {
    const log = readableLog();
    const world = await startWorld({ mode, start: { slackTimings: QUICK, log: log.log } });
    world.emulator.admin.uninstall();
    await expect
      .poll(() => readiness(world))
      .toMatchObject({ ready: false, why: { slack: 'app_uninstalled' } });
    expect(log.lines().filter(({ level, code }) => level === 50 && code === 'app_uninstalled')).not.toEqual(
      [],
    );
    await receiveLeads(world.bot.ctx, [{ source: 'Webinar', name: 'Dana' }], { by: 'api', post: 'all' });
    await world.settle(5_000);
    expect(cardsOf(world.emulator)).toEqual([]);
    world.emulator.admin.install();
    await expect.poll(() => readiness(world)).toMatchObject({ ready: true });
    await world.settle();
    expect(cardsOf(world.emulator)).toHaveLength(1);
  });
}

it('Apps, edits and people in channels are not answered', async () => {
  const world = await startWorld();
  const ana = world.emulator.as(ANA);
  ana.say(LEADS, 'hello Tango');
  const { ctx } = world.bot;
  const before = await countRows(ctx);
  const message = { channel_type: 'im', user: ANA, ts: '1794924900.000100', text: 'hi' };
  const deps = { ctx } as ListenerDeps;
  await onDirectMessage(deps, { ...message, bot_id: 'B1' });
  await onDirectMessage(deps, { ...message, subtype: 'message_changed', hidden: true });
  await onDirectMessage(deps, { ...message, channel_type: 'channel' });
  await onDirectMessage(deps, { ...message, user: undefined });
  await world.settle();
  expect(await countRows(ctx)).toBe(before);
});

function countRows({ db }: World['bot']['ctx']): Promise<number> {
  return db.transaction(async (tx) => (await tx.sql.selectFrom('outbox').select('id').execute()).length);
}

async function readiness({ bot }: World): Promise<unknown> {
  return (await fetch(`${bot.url}/readyz`)).json();
}
