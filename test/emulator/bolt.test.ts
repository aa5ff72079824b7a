import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { expect, it } from 'vitest';
import type { Emulator } from '../../emulator/start-emulator.ts';
import { MODES, type Mode, startBoltBot } from './support/bolt-bot.ts';
import { testWorkspace } from './support/workspace.ts';

async function startBot(mode: Mode, register: (app: App) => void): Promise<Emulator> {
  const { emulator } = await testWorkspace({ mode });
  await startBoltBot(emulator, mode, register);
  return emulator;
}

const BUTTON = {
  type: 'actions',
  elements: [
    { type: 'button', action_id: 'claim', value: 'lead_1', text: { type: 'plain_text', text: 'Claim' } },
  ],
} as const;

const MODAL: ModalView = {
  type: 'modal',
  callback_id: 'qualify',
  private_metadata: 'lead_1',
  title: { type: 'plain_text', text: 'Qualify' },
  submit: { type: 'plain_text', text: 'Save' },
  blocks: [
    {
      type: 'input',
      block_id: 'next',
      label: { type: 'plain_text', text: 'Next step' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
};

for (const mode of MODES) {
  it(`Ana clicks Claim and the card is replaced (${mode})`, async () => {
    const emulator = await startBot(mode, (app) => {
      app.command('/lead', async ({ ack, client, command }) => {
        await ack();
        await client.chat.postMessage({ channel: command.channel_id, text: 'A lead', blocks: [BUTTON] });
      });
      app.action('claim', async ({ ack, body, action, client }) => {
        await ack();
        if (body.type !== 'block_actions' || action.type !== 'button') return;
        const text = `${action.value} claimed by ${body.user.id}`;
        await client.chat.update({ channel: body.channel!.id, ts: body.message!.ts, text });
      });
    });
    const ana = emulator.as('U_ANA');
    expect(await ana.command('/lead', '', { channel: 'C_LEADS' })).toMatchObject({ acknowledged: true });
    await emulator.waitFor(() => ana.messages('C_LEADS').length === 1);
    const [card] = ana.messages('C_LEADS');
    expect(await ana.click(card!, 'Claim')).toMatchObject({ acknowledged: true });
    await emulator.waitFor(() => card!.text === 'lead_1 claimed by U_ANA');
    expect(card!.blocks).toEqual([]);
  });

  it(`Ana fills a modal: an empty field never reaches the bot, then the bot refuses, then it closes (${mode})`, async () => {
    const seen: string[] = [];
    const emulator = await startBot(mode, (app) => {
      app.command('/lead', async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: MODAL });
      });
      app.view('qualify', async ({ ack, view }) => {
        const text = view.state.values.next?.text?.value ?? '';
        seen.push(text);
        if (text === 'no') await ack({ response_action: 'errors', errors: { next: 'Say more.' } });
        else await ack();
      });
    });
    const ana = emulator.as('U_ANA');
    await ana.command('/lead');
    const modal = await ana.openModal('qualify');
    expect(await ana.submit(modal)).toMatchObject({
      result: 'errors',
      errors: { next: expect.stringMatching('required') },
    });
    expect(await ana.submit(modal, { 'Next step': 'no' })).toEqual({
      result: 'errors',
      errors: { next: 'Say more.' },
    });
    expect(await ana.submit(modal, { next: 'A demo' })).toEqual({ result: 'closed' });
    expect(seen).toEqual(['no', 'A demo']);
    expect(ana.topModal()).toBeUndefined();
  });

  it(`the bot hears direct messages and visits to its Home, and publishes it (${mode})`, async () => {
    const emulator = await startBot(mode, (app) => {
      app.message('hello', async ({ say }) => void (await say('hello yourself')));
      app.event('app_home_opened', async ({ event, client }) => {
        const section = { type: 'section', text: { type: 'mrkdwn', text: 'Your leads' } } as const;
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [section] } });
      });
    });
    const ben = emulator.as('U_BEN');
    ben.sayToBot('hello');
    await emulator.waitFor(() => ben.directMessage().messages.length === 2);
    expect(ben.openHome()).toBeUndefined();
    await emulator.waitFor(() => ben.home() !== undefined);
    expect(ben.home()?.blocks[0]).toMatchObject({ type: 'section' });
  });
}
