/** Where the emulator has differed from Slack's documents. Each test names the page that it was read from. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleWorkspace } from '../../emulator/workspace/sample-workspace.ts';
import { MODES, startBoltBot } from './support/bolt-bot.ts';
import { refusal, testWorkspace } from './support/workspace.ts';

const HALF = String.fromCharCode(0xd83d);
const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const tableOf = (word: string) => ({
  type: 'table' as const,
  rows: [[{ type: 'raw_text' as const, text: word }]],
});

/** A call with exactly this body, past the client's own care. */
async function call(
  { emulator }: Awaited<ReturnType<typeof testWorkspace>>,
  method: string,
  body: string,
  type = 'application/json; charset=utf-8',
) {
  const headers = { authorization: `Bearer ${emulator.tokens.bot}`, 'content-type': type };
  const answer = await fetch(`${emulator.apiUrl}${method}`, { method: 'POST', headers, body });
  return { headers: answer.headers, body: (await answer.json()) as { ok: boolean; error?: string } };
}

describe('reference/methods/chat.postMessage', () => {
  it('half a character is no JSON: in blocks, and in a body', async () => {
    const world = await testWorkspace();
    const blocks = [section(`Dana ${HALF}`)];
    const post = world.client.chat.postMessage({ channel: 'C_LEADS', text: 'Dana', blocks });
    expect(await refusal(post)).toBe('invalid_blocks_format');
    const body = JSON.stringify({ channel: 'C_LEADS', text: HALF });
    expect((await call(world, 'chat.postMessage', body)).body.error).toBe('invalid_json');
  });

  it('errors: a body that is no JSON, no object, of no known kind', async () => {
    const world = await testWorkspace();
    const refused = async (body: string, type?: string) =>
      (await call(world, 'chat.postMessage', body, type)).body.error;
    expect(await refused('{"channel":')).toBe('invalid_json');
    expect(await refused('["C_LEADS"]')).toBe('json_not_object');
    expect(await refused('channel=C_LEADS', 'application/xml')).toBe('invalid_post_type');
    expect(await refused('channel=C_LEADS', '')).toBe('missing_post_type');
  });

  it('truncating content: a new message that is too long is cut, never within a character', async () => {
    const { client } = await testWorkspace();
    const text = `${'a'.repeat(39_999)}😀 and more`;
    const posted = await client.chat.postMessage({ channel: 'C_LEADS', text });
    expect(posted.message?.text).toBe('a'.repeat(39_999));
    const edit = client.chat.update({ channel: 'C_LEADS', ts: posted.ts ?? '', text });
    expect(await refusal(edit)).toBe('msg_too_long');
  });

  it('attachments: a message may be these alone', async () => {
    const { client } = await testWorkspace();
    const attachments = [{ fallback: 'New answer', fields: [{ title: 'Name', value: 'Dana' }] }];
    const posted = await client.chat.postMessage({ channel: 'C_LEADS', attachments } as never);
    expect(posted.message).toMatchObject({ attachments });
  });

  it('a second table is refused (not in the documents any more; workspaces answer only_one_table_allowed)', async () => {
    const { client } = await testWorkspace();
    const blocks = [tableOf('one'), tableOf('two')];
    const post = client.chat.postMessage({ channel: 'C_LEADS', text: 'Tables', blocks });
    await expect(post).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
    await expect(post).rejects.toThrow();
  });
});

describe('reference/methods/blocks.validate', () => {
  it('takes exactly one of blocks, message and view', async () => {
    const { client } = await testWorkspace();
    const blocks = [section('Dana')];
    expect(await refusal(client.blocks.validate({}))).toBe('invalid_arguments');
    expect(await refusal(client.blocks.validate({ blocks, message: { blocks } }))).toBe('invalid_arguments');
    expect(await client.blocks.validate({ message: { blocks } })).toMatchObject({ ok: true });
    const home = { type: 'home' as const, blocks };
    expect(await client.blocks.validate({ view: home })).toMatchObject({ ok: true });
    expect(await refusal(client.blocks.validate({ view: { ...home, blocks: [tableOf('')] } }))).toBe(
      'invalid_view',
    );
  });
});

describe('blocks.json, available-in-surfaces', () => {
  it('a chart stands in messages alone', async () => {
    const { client } = await testWorkspace();
    const chart = {
      type: 'data_visualization',
      title: 'Leads',
      chart: { type: 'pie', segments: [{ label: 'Webinar', value: 3 }] },
    };
    const view = { type: 'home', blocks: [chart] } as never;
    expect(await refusal(client.views.publish({ user_id: 'U_ANA', view }))).toBe('invalid_arguments');
    expect(
      await client.chat.postMessage({ channel: 'C_LEADS', text: 'x', blocks: [chart] as never }),
    ).toMatchObject({ ok: true });
  });
});

describe('reference/block-kit', () => {
  const input = (element: object) => ({
    ...{ type: 'modal', title: { type: 'plain_text', text: 'x' }, submit: { type: 'plain_text', text: 'x' } },
    blocks: [{ type: 'input', label: { type: 'plain_text', text: 'x' }, element }],
  });

  it('plain-text-input-element: what it is filled with may not be longer than what it takes', async () => {
    const { client } = await testWorkspace();
    const filled = (initial_value: string) =>
      client.blocks.validate({
        view: input({ type: 'plain_text_input', max_length: 3, initial_value }) as never,
      });
    expect(await refusal(filled('abcd'))).toBe('invalid_view');
    expect(await filled('abc')).toMatchObject({ ok: true });
  });

  it('option-object: a value of 150 characters', async () => {
    const { client } = await testWorkspace();
    const choice = (n: number) => {
      const options = [{ text: { type: 'plain_text', text: 'x' }, value: 'v'.repeat(n) }];
      return client.blocks.validate({ view: input({ type: 'static_select', options }) as never });
    };
    expect(await choice(150)).toMatchObject({ ok: true });
    expect(await refusal(choice(151))).toBe('invalid_view');
  });

  it('data-table-block: a header and 200 rows', async () => {
    const { client } = await testWorkspace();
    const table = (n: number) => ({
      type: 'data_table',
      caption: 'Leads',
      rows: Array.from({ length: n }, () => [{ type: 'raw_text', text: '-' }]),
    });
    expect(await client.blocks.validate({ blocks: [table(201)] as never })).toMatchObject({ ok: true });
    expect(await refusal(client.blocks.validate({ blocks: [table(202)] as never }))).toBe('invalid_blocks');
  });
});

it('reference/views: a Home may be empty, a window may not', async () => {
  const { client } = await testWorkspace();
  const publish = client.views.publish({ user_id: 'U_ANA', view: { type: 'home', blocks: [] } });
  expect(await publish).toMatchObject({ ok: true });
  const modal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] };
  expect(await refusal(client.blocks.validate({ view: modal }))).toBe('invalid_view');
});

it('authentication/installing-with-oauth: each answer says which scopes the method takes', async () => {
  const world = await testWorkspace();
  const { headers } = await call(world, 'users.info', '{"user":"U_ANA"}');
  expect(headers.get('x-accepted-oauth-scopes')).toBe('users:read');
  expect(headers.get('x-oauth-scopes')).toContain('chat:write');
});

it('reference/methods/chat.postEphemeral: only to whoever is in the channel', async () => {
  const { emulator, client } = await testWorkspace();
  emulator.admin.remove('C_LEADS', 'U_BEN');
  const whisper = client.chat.postEphemeral({ channel: 'C_LEADS', user: 'U_BEN', text: 'psst' });
  expect(await refusal(whisper)).toBe('user_not_in_channel');
});

describe('interactivity/implementing-slash-commands, "Escape channels, users, and links"', () => {
  it.each([
    [
      true,
      'hours @ben in #leads, not me@ben.example',
      'hours <@U_BEN|ben> in <#C_LEADS|leads>, not me@ben.example',
    ],
    [true, 'see https://harbour.example/a?b=1 now', 'see <https://harbour.example/a?b=1> now'],
    [false, 'hours <@U_BEN> in <#C_LEADS|leads> @ana', 'hours @ben in #leads @ana'],
  ])('should_escape %s', async (shouldEscape, typed, heard) => {
    const seed = sampleWorkspace();
    const commands = seed.app.commands.map((command) => ({ ...command, shouldEscape }));
    const { emulator } = await testWorkspace({ workspace: { ...seed, app: { ...seed.app, commands } } });
    const texts: string[] = [];
    await startBoltBot(emulator, 'socket', (app) => {
      app.command('/tango', async ({ ack, command }) => {
        texts.push(command.text);
        await ack();
      });
    });
    await emulator.as('U_ANA').command('/tango', typed, { channel: 'C_LEADS' });
    expect(texts).toEqual([heard]);
  });
});

const RECORDED = '../shared/data/slack';
const READ = ['answers/users.info', 'payloads/BlockActionPayload', 'payloads/AppHomeOpenedPayload'] as const;
const keysOf = (json: unknown) => Object.keys((json ?? {}) as object);

/** What Slack has been seen to send, and we do not: pictures, what only Enterprise Grid has, what nobody asked for. */
const LEFT_OUT: Record<(typeof READ)[number], string[]> = {
  'answers/users.info': [
    ...['locale', 'has_2fa', 'is_workflow_bot', 'is_invited_user', 'is_connector_bot', 'is_stranger'],
  ],
  'payloads/BlockActionPayload': ['view', 'app_unfurl'],
  'payloads/AppHomeOpenedPayload': ['authed_users', 'authed_teams'],
};

describe.skipIf(!existsSync(RECORDED))(`what Slack has sent to others (skipped without ${RECORDED})`, () => {
  const recorded = (name: (typeof READ)[number]) => {
    const json = JSON.parse(readFileSync(`${RECORDED}/${name}.json`, 'utf8'));
    return json as Record<string, unknown>;
  };
  const missing = (name: (typeof READ)[number], theirs: unknown, ours: unknown) =>
    keysOf(theirs).filter((key) => !keysOf(ours).includes(key) && !LEFT_OUT[name].includes(key));

  const inOrganization = () => {
    const seed = sampleWorkspace();
    const team = { ...seed.team, enterprise: { id: 'E_SAMPLE', name: 'Sample Group' } };
    const step = { callbackId: 'ask', title: 'Ask', inputs: [], outputs: [] };
    const app = { ...seed.app, steps: [step], events: [...seed.app.events, 'function_executed'] };
    return { ...seed, team, app };
  };

  it('about a person, each field is here too', async () => {
    const { client } = await testWorkspace({ workspace: inOrganization() });
    const { user } = await client.users.info({ user: 'U_ANA' });
    expect(missing('answers/users.info', recorded('answers/users.info').user, user)).toEqual([]);
  });

  it('about a click in the message of a step, and a visit to the Home, each field is here too', async () => {
    const { emulator, client } = await testWorkspace({ workspace: inOrganization() });
    const heard: Record<string, unknown>[] = [];
    await startBoltBot(emulator, 'socket', (bolt) => {
      bolt.use(async ({ body, next }) => {
        heard.push(body as never);
        await next();
      });
      bolt.function('ask', async ({ client }) => {
        const text = { type: 'plain_text' as const, text: 'Done' };
        const button = { type: 'button' as const, text, action_id: 'done' };
        const blocks = [{ type: 'actions' as const, elements: [button] }];
        await client.chat.postMessage({ channel: 'U_BEN', text: 'Are you done?', blocks });
      });
      bolt.action('done', async ({ ack }) => ack());
      bolt.event('app_home_opened', async () => undefined);
    });
    const ben = emulator.as('U_BEN');
    ben.runStep('ask', {});
    await emulator.waitFor(() => ben.directMessage().messages.length === 1);
    await ben.click(ben.directMessage().messages[0]!, 'Done');
    const click = heard.find(({ type }) => type === 'block_actions');
    const theirs = recorded('payloads/BlockActionPayload');
    expect(missing('payloads/BlockActionPayload', theirs, click)).toEqual([]);

    const view = { type: 'home' as const, blocks: [section('Hello')] };
    await client.views.publish({ user_id: 'U_BEN', view });
    ben.openHome();
    const isVisit = (body: Record<string, unknown>) => keysOf(body.event).includes('tab');
    await emulator.waitFor(() => heard.some(isVisit));
    const visit = heard.find(isVisit) as { event: { view: object } };
    const visited = recorded('payloads/AppHomeOpenedPayload') as typeof visit;
    expect(missing('payloads/AppHomeOpenedPayload', visited, visit)).toEqual([]);
    expect(missing('payloads/AppHomeOpenedPayload', visited.event, visit.event)).toEqual([]);
    expect(missing('payloads/AppHomeOpenedPayload', visited.event.view, visit.event.view)).toEqual([]);
  });

  it('when a socket opens, hello says how long it will last', async () => {
    const { emulator } = await testWorkspace();
    const opened = await fetch(`${emulator.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.tokens.app}` },
    });
    const socket = new WebSocket(((await opened.json()) as { url: string }).url);
    const hello = await new Promise((resolve) => {
      socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data))), { once: true });
    });
    socket.close();
    expect(hello).toMatchObject({
      ...{ type: 'hello', num_connections: 1 },
      debug_info: { approximate_connection_time: expect.any(Number) },
    });
  });
});

/** Behaves as slack-samples/bolt-js-custom-step-template does, by stock Bolt. */
describe('tools/bolt-js/tutorials/custom-steps: a step that waits for a click', () => {
  it.each(MODES)(
    'the click belongs to the run, whose token completes it and edits the message (%s)',
    async (mode) => {
      const seed = sampleWorkspace();
      const who = { name: 'user_id', type: 'slack#/types/user_id', isRequired: true };
      const steps = [{ callbackId: 'ask', title: 'Ask', inputs: [who], outputs: [who] }];
      const app = { ...seed.app, steps, events: ['function_executed'] };
      const { emulator } = await testWorkspace({ workspace: { ...seed, app }, mode });
      const failures: unknown[] = [];
      await startBoltBot(emulator, mode, (bolt) => {
        bolt.function('ask', async ({ client, inputs }) => {
          const text = { type: 'plain_text' as const, text: 'Done' };
          const button = { type: 'button' as const, text, action_id: 'done' };
          await client.chat.postMessage({
            ...{ channel: String(inputs.user_id), text: 'Are you done?' },
            blocks: [{ ...section('Are you done?'), accessory: button }],
          });
        });
        bolt.action('done', async ({ ack, body, client, complete }) => {
          await ack();
          const { channel, message, user } = body as never as Record<string, { id: string; ts: string }>;
          try {
            await complete?.({ outputs: { user_id: user?.id } });
            await client.chat.update({ channel: channel?.id ?? '', ts: message?.ts ?? '', text: 'Thanks' });
          } catch (thrown) {
            failures.push(thrown);
          }
        });
      });
      const ben = emulator.as('U_BEN');
      const run = emulator.as('U_ANA').runStep('ask', { user_id: 'U_BEN' });
      await emulator.waitFor(() => ben.directMessage().messages.length === 1);
      await ben.click(ben.directMessage().messages[0]!, 'Done');
      await emulator.waitFor(() => ben.directMessage().messages[0]?.text === 'Thanks');
      expect([run.state, run.outputs, failures]).toEqual(['succeeded', { user_id: 'U_BEN' }, []]);
    },
  );
});
