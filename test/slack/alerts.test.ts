/** Slack's alerts in windows: where the workspace knows them, and where it does not yet. */
import { expect, it, vi } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { createInteractiveClient } from '../../src/slack/client.ts';
import { movedNotice } from '../../src/slack/views/kit/moved-notice.ts';
import { modal } from '../../src/slack/views/kit/surfaces.ts';
import { testWorkspace } from '../emulator/support/workspace.ts';

const SENTENCE = 'Ben has this lead now.';
const view = modal({ callbackId: 'x', title: 'x', blocks: movedNotice(SENTENCE) });

async function start() {
  const { emulator } = await testWorkspace();
  const logger = createLogger('silent');
  const slack = createInteractiveClient({ token: emulator.tokens.bot, apiUrl: emulator.apiUrl, logger });
  const asked = () => emulator.workspace.callsOf('blocks.validate').length;
  return { emulator, slack, asked };
}

it('what goes out with an acknowledgement has an alert once Slack has said that it knows it, and says the same before', async () => {
  const { slack, asked } = await start();
  expect(slack.fitting(view).blocks[0]).toMatchObject({
    type: 'section',
    text: { text: `:warning: ${SENTENCE}` },
  });
  await vi.waitFor(() => expect(slack.fitting(view).blocks[0]?.type).toBe('alert'));
  expect(asked()).toBe(1);
});

it('a workspace that knows no alerts is asked once, and never sent one', async () => {
  const { emulator, slack, asked } = await start();
  emulator.faults.during('blocks.validate', { kind: 'error', error: 'invalid_view' });
  slack.fitting(view);
  await emulator.waitFor(() => asked() === 1);
  expect(slack.fitting(view).blocks[0]?.type).toBe('section');
  expect(asked()).toBe(1);
});

it('a sentence that is longer than an alert may be stands as a line', () => {
  expect(movedNotice('x'.repeat(201))[0]).toMatchObject({ type: 'section' });
});
