import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { ANA } from '../support/people.ts';
import { QUICK } from '../support/slack-timings.ts';
import { testLog } from '../support/test-log.ts';
import { seed, testConfig } from '../support/world.ts';

const NOTHING = { onDeaf: async () => {}, onHearing: async () => {}, onTokenTaken: async () => {} };

async function startApp(listen: (app: SlackApp['bolt']) => void) {
  const emulator = await startEmulator({ mode: 'socket', workspace: seed() });
  onTestFinished(() => emulator.stop());
  const { slack } = testConfig(emulator, 'socket', '');
  const app = createSlackApp(slack, { log: testLog(), timings: QUICK, hooks: NOTHING });
  onTestFinished(() => app.stop(0));
  listen(app.bolt);
  await app.start();
  return { emulator, app };
}

it('what is not done when the limit of stopping is over stays unacknowledged', async () => {
  const gate = Promise.withResolvers<void>();
  const { emulator, app } = await startApp((bolt) => {
    bolt.command('/tango', async ({ ack }) => {
      await gate.promise;
      await ack();
    });
  });
  const asked = emulator.as(ANA).command('/tango', 'help');
  await app.stop(100);
  await emulator.waitFor(() => emulator.openSockets() === 0);
  gate.resolve();
  expect(await asked).toMatchObject({ acknowledged: false });
});

it('it stops at once where nothing is under way, and as often as it is asked', async () => {
  const { emulator, app } = await startApp(() => {});
  const began = performance.now();
  await app.stop(60_000);
  await app.stop(60_000);
  expect(performance.now() - began).toBeLessThan(1_000);
  await emulator.waitFor(() => emulator.openSockets() === 0);
  expect(app.problem()).toBe('stopping');
});

it('a listener that throws, before or after its answer, ends nothing', async () => {
  const { emulator, app } = await startApp((bolt) => {
    bolt.command('/tango', async ({ ack, command }) => {
      if (command.text === 'late') await ack();
      throw new Error('a defect');
    });
  });
  expect(await emulator.as(ANA).command('/tango', 'late')).toMatchObject({ acknowledged: true });
  expect(await emulator.as(ANA).command('/tango', 'early')).toMatchObject({ acknowledged: false });
  expect(app.problem()).toBeNull();
});
