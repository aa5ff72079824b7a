/** Tango needs something of Slack that nobody has given it: who can mend it reads so, before something is lost by it. */
import { expect, it } from 'vitest';
import { listTroubles } from '../../src/store/outbox/trouble.ts';
import { FIELD, MAX } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const MODES = ['socket', 'http'] as const;

const told = ({ emulator }: World) =>
  emulator
    .as(MAX)
    .directMessage()
    .messages.map(({ text }) => text);

async function look(world: World): Promise<void> {
  world.clock.move(60_000);
  await world.bot.jobs.runOnce();
  await world.settle();
}

it.each(MODES)(
  'a channel without Tango and a scope that was not given are told at the start, once, until they are (%s)',
  async (mode) => {
    const all: string[] = [];
    const world = await startWorld({
      mode,
      trouble: ({ admin, workspace }) => {
        admin.remove(FIELD, 'U_TANGO');
        all.push(...workspace.app.scopes);
        workspace.app.scopes = all.filter((scope) => scope !== 'files:read');
      },
    });
    await world.bot.slackStarted;
    await look(world);
    await look(world);
    expect(told(world)).toEqual([
      expect.stringContaining(`I am not in <#${FIELD}>`),
      expect.stringContaining('(files:read)'),
    ]);
    world.emulator.admin.invite(FIELD, 'U_TANGO');
    world.emulator.workspace.app.scopes = all;
    await look(world);
    expect(await world.bot.ctx.db.transaction(listTroubles)).toEqual([]);
  },
);

it.each(MODES)(
  'a channel that Tango was taken out of is told at once, and over when it is back (%s)',
  async (mode) => {
    const world = await startWorld({ mode });
    await look(world);
    world.emulator.admin.remove(FIELD, 'U_TANGO');
    await world.emulator.settled();
    await expect
      .poll(() => world.bot.ctx.db.transaction(listTroubles))
      .toMatchObject([{ code: 'not_member' }]);
    await world.settle();
    expect(told(world)).toEqual([expect.stringContaining(`I am not in <#${FIELD}>`)]);
    world.emulator.admin.invite(FIELD, 'U_TANGO');
    await expect.poll(() => world.bot.ctx.db.transaction(listTroubles)).toEqual([]);
  },
);

it('a day later it is asked again, and what nobody has told is told', async () => {
  const world = await startWorld({
    trouble: ({ workspace: { app } }) => {
      app.events = app.events.filter((event) => event !== 'channel_left');
    },
  });
  await world.bot.slackStarted;
  await look(world);
  expect(told(world)).toEqual([]);
  world.emulator.admin.remove(FIELD, 'U_TANGO');
  await look(world);
  expect(told(world)).toEqual([]);
  world.clock.move(24 * 60 * 60_000);
  await look(world);
  expect(told(world).filter((text) => text.includes('I am not in'))).toHaveLength(1);
});
