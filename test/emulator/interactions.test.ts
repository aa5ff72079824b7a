import type { BlockAction, MessageShortcut } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { MODES, startBoltBot } from './support/bolt-bot.ts';
import { testWorkspace } from './support/workspace.ts';

const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const metadata = { event_type: 'tango_outbox', event_payload: { outbox_id: 'outbox_1' } };
const CARD: KnownBlock[] = [
  {
    type: 'actions',
    block_id: 'verdict',
    elements: [
      { type: 'button', action_id: 'claim', value: 'lead_1', text: text('Claim') },
      {
        type: 'static_select',
        action_id: 'reason',
        options: [
          { text: text('Too small'), value: 'small' },
          { text: text('Spam'), value: 'spam' },
        ],
      },
    ],
  },
];

for (const mode of MODES) {
  it(`a click tells who, where and on what, with the whole message and its state (${mode})`, async () => {
    const { emulator, client } = await testWorkspace({ mode });
    const bodies: BlockAction[] = [];
    await startBoltBot(emulator, mode, (app) => {
      app.action<BlockAction>(/.*/, async ({ ack, body }) => {
        bodies.push(body);
        await ack();
      });
    });
    const { ts } = await client.chat.postMessage({
      channel: 'C_LEADS',
      text: 'card',
      blocks: CARD,
      metadata,
    });
    const ana = emulator.as('U_ANA');
    await ana.choose({ channel: 'C_LEADS', ts: ts! }, 'reason', 'Spam');
    await ana.click({ channel: 'C_LEADS', ts: ts! }, 'Claim', {
      state: { verdict: { reason: { type: 'static_select', selected_option: { value: 'spam' } } } },
    });
    const [chosen, clicked] = bodies;
    const spam = { text: { type: 'plain_text', text: 'Spam' }, value: 'spam' };
    expect(chosen).toMatchObject({
      type: 'block_actions',
      actions: [{ type: 'static_select', action_id: 'reason', block_id: 'verdict', selected_option: spam }],
      state: { values: { verdict: { reason: { type: 'static_select', selected_option: spam } } } },
    });
    expect(clicked).toMatchObject({
      user: { id: 'U_ANA', username: 'ana', name: 'ana', team_id: 'T_SAMPLE' },
      team: { id: 'T_SAMPLE', domain: 'sample' },
      api_app_id: 'A_TANGO',
      container: { type: 'message', message_ts: ts, channel_id: 'C_LEADS', is_ephemeral: false },
      channel: { id: 'C_LEADS', name: 'leads' },
      message: { ts, text: 'card', metadata, blocks: CARD },
      is_enterprise_install: false,
      enterprise: null,
      actions: [
        { type: 'button', action_id: 'claim', block_id: 'verdict', value: 'lead_1', text: text('Claim') },
      ],
      state: { values: { verdict: { reason: { selected_option: { value: 'spam' } } } } },
    });
    for (const field of ['trigger_id', 'response_url', 'token'] as const)
      expect(clicked?.[field]).toBeTruthy();
    expect(clicked?.actions[0]?.action_ts).toMatch(/^\d+\.\d{6}$/);
  });

  it(`a message shortcut carries the message (${mode})`, async () => {
    const { emulator } = await testWorkspace({ mode });
    const bodies: MessageShortcut[] = [];
    await startBoltBot(emulator, mode, (app) => {
      app.shortcut<MessageShortcut>('make_lead', async ({ ack, body }) => {
        bodies.push(body);
        await ack();
      });
    });
    const said = emulator.as('U_BEN').say('C_FIELD', 'Hotel Sol wants a quote');
    expect(await emulator.as('U_ANA').messageShortcut('make_lead', said)).toMatchObject({
      acknowledged: true,
    });
    expect(bodies).toMatchObject([
      {
        type: 'message_action',
        callback_id: 'make_lead',
        message_ts: said.ts,
        message: { user: 'U_BEN', text: 'Hotel Sol wants a quote' },
        user: { id: 'U_ANA' },
        channel: { id: 'C_FIELD' },
      },
    ]);
  });

  it(`an external select is asked what it offers (${mode})`, async () => {
    const { emulator } = await testWorkspace({ mode });
    await startBoltBot(emulator, mode, (app) => {
      app.command('/insight', async ({ ack, body, client }) => {
        await ack();
        const element = { type: 'external_select' as const, action_id: 'find', min_query_length: 1 };
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'insight',
            title: text('Insight'),
            submit: text('Save'),
            blocks: [{ type: 'input', block_id: 'lead', label: text('Lead'), element }],
          },
        });
      });
      app.options('find', async ({ ack, payload }) => {
        await ack({ options: [{ text: text(`${payload.value}el Sol`), value: 'lead_1' }] });
      });
    });
    const ana = emulator.as('U_ANA');
    await ana.command('/insight');
    const modal = await ana.openModal();
    expect(await ana.suggestions(modal, 'Lead', 'Hot')).toEqual([
      { text: text('Hotel Sol'), value: 'lead_1' },
    ]);
  });

  it(`a command’s answer is shown to the one who typed it, or to all if it says so (${mode})`, async () => {
    const { emulator } = await testWorkspace({ mode });
    await startBoltBot(emulator, mode, (app) => {
      app.command('/tango', async ({ ack, body }) => {
        if (body.text === 'help') await ack('Only for you');
        else await ack({ response_type: 'in_channel', text: 'For all' });
      });
    });
    const ana = emulator.as('U_ANA');
    await ana.command('/tango', 'help', { channel: 'C_LEADS' });
    await ana.command('/tango', '', { channel: 'C_LEADS' });
    expect(ana.ephemerals('C_LEADS').map((message) => message.text)).toEqual(['Only for you']);
    expect(
      emulator
        .as('U_BEN')
        .messages('C_LEADS')
        .map((message) => message.text),
    ).toEqual(['For all']);
  });
}

it('a click that nobody answers gets Slack’s warning, after three seconds', async () => {
  const { emulator, client } = await testWorkspace({ mode: 'http' });
  await startBoltBot(emulator, 'http', (app) => {
    app.action('claim', async () => {});
  });
  const { ts } = await client.chat.postMessage({ channel: 'C_LEADS', text: 'card', blocks: CARD });
  const clicked = await emulator.as('U_ANA').click({ channel: 'C_LEADS', ts: ts! }, 'Claim');
  expect(clicked).toMatchObject({ acknowledged: false, warning: expect.stringContaining('did not answer') });
});

it('nobody can press what they do not see', async () => {
  const { emulator, client } = await testWorkspace();
  const { ts } = await client.chat.postMessage({ channel: 'C_LEADS', text: 'card', blocks: CARD });
  const place = { channel: 'C_LEADS', ts: ts! };
  const ana = emulator.as('U_ANA');
  await expect(ana.click(place, 'Qualify')).rejects.toThrow(/no "Qualify" here, only: Claim, reason/);
  await expect(ana.click(place, 'Claim', { value: 'lead_2' })).rejects.toThrow(/only: nothing/);
  await expect(ana.choose(place, 'reason', 'Rude')).rejects.toThrow(/only: Too small, Spam/);
  const { channel } = await client.chat.postMessage({ channel: 'U_BEN', text: 'private', blocks: CARD });
  const hidden = emulator.as('U_BEN').directMessage().messages[0]!;
  await expect(ana.click({ channel: channel!, ts: hidden.ts }, 'Claim')).rejects.toThrow(/no channel/);
  expect(() => emulator.as('U_NOBODY')).toThrow(/nobody/);
});
