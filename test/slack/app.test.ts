import { expect, it } from 'vitest';
import { signatureHeaders } from '../../emulator/delivery/signature.ts';
import { ANA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

interface Signed {
  type: string;
  body: string;
}

function form(fields: Record<string, string>): Signed {
  return { type: FORM, body: new URLSearchParams(fields).toString() };
}

function interaction(payload: Record<string, unknown>): Signed {
  const who = { team: { id: 'T1' }, user: { id: ANA, team_id: 'T1' }, api_app_id: 'A1', token: 'x' };
  return form({ payload: JSON.stringify({ ...who, trigger_id: '1.2.3', ...payload }) });
}

function event(inner: Record<string, unknown>): Signed {
  const outer = { type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: 'Ev1', event_time: 1 };
  return { type: JSON_TYPE, body: JSON.stringify({ ...outer, event: inner }) };
}

/** One of each kind that Slack sends and takes a 200 for "done" or "will be done". */
const WORK: Record<string, Signed> = {
  click: interaction({
    type: 'block_actions',
    actions: [
      { type: 'button', action_id: 'lead_claim', block_id: 'b', value: 'lead_0001', action_ts: '1.1' },
    ],
    container: { type: 'message', message_ts: '1.1', channel_id: 'C_LEADS' },
    response_url: 'http://127.0.0.1:9/respond',
  }),
  submission: interaction({
    type: 'view_submission',
    view: {
      id: 'V1',
      type: 'modal',
      callback_id: 'lead_qualify_modal',
      private_metadata: 'lead_0001',
      state: { values: {} },
    },
  }),
  'closed modal': interaction({
    type: 'view_closed',
    view: { id: 'V1', type: 'modal', callback_id: 'lead_qualify_modal', private_metadata: '' },
  }),
  shortcut: interaction({
    type: 'message_action',
    callback_id: 'make_lead',
    message_ts: '1.1',
    channel: { id: 'C_LEADS', name: 'leads' },
    message: { type: 'message', text: 'Dana', ts: '1.1' },
    response_url: 'http://127.0.0.1:9/respond',
  }),
  command: form({
    command: '/lead',
    text: '',
    user_id: ANA,
    team_id: 'T1',
    channel_id: 'C_LEADS',
    trigger_id: '1.2.3',
    response_url: 'http://127.0.0.1:9/respond',
  }),
  event: event({ type: 'app_home_opened', user: ANA, tab: 'home', channel: 'D1', event_ts: '1.1' }),
  'workflow step': event({
    type: 'function_executed',
    function: { id: 'Fn1', callback_id: 'create_lead', type: 'app', app_id: 'A1' },
    inputs: { source: 'Form', name: 'Dana' },
    function_execution_id: 'Fx1',
    workflow_execution_id: 'Wx1',
    event_ts: '1.1',
    bot_access_token: 'xwfp-1',
  }),
};

async function send(world: World, { type, body }: Signed, secret: string): Promise<[number, string]> {
  const now = Math.floor(Date.now() / 1000);
  const answer = await fetch(`${world.bot.url}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': type, ...signatureHeaders(secret, now, body) },
    body: Buffer.from(body),
  });
  return [answer.status, await answer.text()];
}

it('over HTTP nothing is taken for done before Tango can act: Slack is told to come again', async () => {
  const world = await startWorld({ mode: 'http', slackIsDown: true });
  const secret = world.emulator.tokens.signingSecret;
  for (const [kind, signed] of Object.entries(WORK)) {
    expect([kind, (await send(world, signed, secret))[0]]).toEqual([kind, 503]);
  }
});

it('Slack’s questions about the address are answered from the first moment, to Slack alone', async () => {
  const world = await startWorld({ mode: 'http', slackIsDown: true });
  const secret = world.emulator.tokens.signingSecret;
  const challenge = { type: JSON_TYPE, body: JSON.stringify({ type: 'url_verification', challenge: 'c-1' }) };
  expect(await send(world, challenge, secret)).toEqual([200, '{"challenge":"c-1"}']);
  expect((await send(world, form({ ssl_check: '1', token: 'x' }), secret))[0]).toBe(200);
  expect((await send(world, challenge, 'another-secret'))[0]).toBe(401);
  for (const signed of Object.values(WORK)) {
    expect((await send(world, signed, 'another-secret'))[0]).toBe(401);
  }
});

it('once Slack has answered, the same requests are acted upon', async () => {
  const world = await startWorld({ mode: 'http', slackIsDown: true });
  const secret = world.emulator.tokens.signingSecret;
  world.emulator.faults.outage(false);
  await world.bot.slackStarted;
  expect((await send(world, WORK.event!, secret))[0]).toBe(200);
});
