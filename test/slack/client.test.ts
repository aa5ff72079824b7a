import { describe, expect, it, onTestFinished } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';
import { createLogger } from '../../src/logger.ts';
import { createInteractiveClient, createOutboxClient } from '../../src/slack/client.ts';
import { SlackCallError, type SlackFailure } from '../../src/slack/failures.ts';
import { simplestOf, simplifyView } from '../../src/slack/simplify/simplify-view.ts';
import { input, section } from '../../src/slack/views/kit/blocks.ts';
import { textInput } from '../../src/slack/views/kit/elements.ts';
import { home, modal } from '../../src/slack/views/kit/surfaces.ts';

const logger = createLogger('silent');

async function workspace() {
  const emulator = await startEmulator({ mode: 'http' });
  onTestFinished(() => emulator.stop());
  return { emulator, client: clientOf(emulator) };
}

function clientOf(emulator: Emulator, token = emulator.tokens.bot) {
  return createOutboxClient({ token, apiUrl: emulator.apiUrl, timeoutMs: 300, logger });
}

const hello = (channel: string, outboxId = 'outbox_1') => ({
  channel,
  message: { text: 'Hello', blocks: [section('Hello')] },
  simplification: 0,
  outboxId,
});

async function failureOf(call: Promise<unknown>): Promise<Partial<SlackFailure>> {
  const error = await call.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(SlackCallError);
  const { kind, code } = (error as SlackCallError).failure;
  return { kind, code };
}

describe("the outbox's client", () => {
  it('posts with the id of its row, unfurls nothing, and says where it went', async () => {
    const { emulator, client } = await workspace();
    const posted = await client.post(hello('U_ANA'));
    expect(posted.channel).toMatch(/^D/);
    const [call] = emulator.workspace.callsOf('chat.postMessage');
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    const message = emulator.workspace.messages.find(posted.channel, posted.ts);
    expect(message?.metadata).toEqual({
      event_type: 'tango_outbox',
      event_payload: { outbox_id: 'outbox_1' },
    });
  });

  it('finds its own post behind a hundred others, and nobody else’s', async () => {
    const { emulator, client } = await workspace();
    const posted = await client.post(hello('C_LEADS'));
    for (let i = 0; i < 120; i++) emulator.as('U_ANA').say('C_LEADS', `Talk ${i}`);
    const search = { target: 'C_LEADS', since: Date.now() };
    expect(await client.findPosted({ ...search, outboxId: 'outbox_1' })).toEqual(posted);
    expect(await client.findPosted({ ...search, outboxId: 'outbox_2' })).toBeNull();
  });

  const refusals = [
    ['channel_not_found', 'destination'],
    ['not_in_channel', 'destination'],
    ['restricted_action_read_only_channel', 'destination'],
    ['restricted_action_thread_locked', 'unthreadable'],
    ['invalid_blocks', 'content'],
    ['invalid_metadata_format', 'content'],
    ['token_revoked', 'auth'],
    ['message_not_found', 'message_gone'],
    ['ratelimited', 'rate_limited'],
    ['fatal_error', 'uncertain'],
    ['message_limit_exceeded', 'quota'],
    ['service_unavailable', 'busy'],
    ['not_in_any_table', 'unknown'],
  ] as const;
  for (const [code, kind] of refusals) {
    it(`takes ${code} as ${kind}`, async () => {
      const { emulator, client } = await workspace();
      emulator.faults.next('chat.postMessage', { kind: 'error', error: code });
      expect(await failureOf(client.post(hello('C_LEADS')))).toEqual({ kind, code });
    });
  }

  const breakdowns = [
    [{ kind: 'server_error', status: 503 }, 'uncertain', 'http_503'],
    [{ kind: 'server_error', status: 404 }, 'wrong_address', 'http_404'],
    [{ kind: 'html' }, 'uncertain', 'not_an_answer_of_slack'],
    [{ kind: 'timeout_before' }, 'uncertain', 'TimeoutError'],
    [{ kind: 'reset_before' }, 'uncertain', 'UND_ERR_SOCKET'],
    [{ kind: 'slow_body', ms: 2_000 }, 'uncertain', 'TimeoutError'],
  ] as const;
  for (const [fault, kind, code] of breakdowns) {
    it(`takes ${JSON.stringify(fault)} as ${kind}`, async () => {
      const { emulator, client } = await workspace();
      emulator.faults.next('chat.postMessage', fault);
      expect(await failureOf(client.post(hello('C_LEADS')))).toEqual({ kind, code });
    });
  }

  it('takes a broken-off answer as uncertain', async () => {
    const { emulator, client } = await workspace();
    emulator.faults.next('chat.postMessage', { kind: 'reset_mid_body' });
    expect(await failureOf(client.post(hello('C_LEADS')))).toMatchObject({ kind: 'uncertain' });
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const { emulator, client } = await workspace();
    await emulator.stop();
    expect(await failureOf(client.post(hello('C_LEADS')))).toEqual({
      kind: 'unreachable',
      code: 'ECONNREFUSED',
    });
  });

  it('hands on how long Slack wants us to wait', async () => {
    const { emulator, client } = await workspace();
    emulator.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 7 });
    await expect(client.post(hello('C_LEADS'))).rejects.toMatchObject({ failure: { retryAfterMs: 7_000 } });
  });

  it('names the block that Slack refuses', async () => {
    const { client } = await workspace();
    const blocks = [{ type: 'header' as const, text: { type: 'plain_text' as const, text: '' } }];
    await expect(client.post({ ...hello('C_LEADS'), message: { text: 'Hello', blocks } })).rejects.toThrow(
      '/blocks/0/text',
    );
  });

  it('is refused with a wrong token', async () => {
    const { emulator } = await workspace();
    const client = clientOf(emulator, 'xoxb-wrong');
    expect(await failureOf(client.post(hello('C_LEADS')))).toEqual({ kind: 'auth', code: 'invalid_auth' });
  });
});

describe("the clicks' client", () => {
  const view = modal({ callbackId: 'hello', title: 'Hello', blocks: [section('Hello')] });

  it('says that a trigger has expired, and takes a closed modal as no failure', async () => {
    const { emulator } = await workspace();
    const client = createInteractiveClient({ token: emulator.tokens.bot, apiUrl: emulator.apiUrl, logger });
    expect(await failureOf(client.openView('1.2.gone', view))).toMatchObject({ kind: 'trigger_expired' });
    await client.updateView('V_GONE', view);
  });

  it('shows a Home that Slack refuses in a simpler form, and says so where it takes none', async () => {
    const { emulator } = await workspace();
    const client = createInteractiveClient({ token: emulator.tokens.bot, apiUrl: emulator.apiUrl, logger });
    const refused = { kind: 'error', error: 'invalid_arguments' } as const;
    emulator.faults.next('views.publish', refused, 3);
    const view = home([section('*Yours*'), section('Dana')]);
    await client.publishView('U_ANA', view);
    expect(emulator.workspace.views.home('U_ANA')?.blocks).toMatchObject([
      { type: 'section', text: { text: '*Yours*\nDana' } },
    ]);
    emulator.faults.next('views.publish', refused, 4);
    expect(await failureOf(client.publishView('U_ANA', view))).toMatchObject({ kind: 'content' });
  });
});

describe('the simpler form of a window', () => {
  it('keeps each field and what it was filled with, without what it can do without', () => {
    const element = textInput({ action: 'why', initial: 'No budget', placeholder: 'A word' });
    const field = input({ blockId: 'why', label: 'Why', hint: 'In a word', element });
    const form = modal({ callbackId: 'why', title: 'Why', submit: 'Send', blocks: [section('Why?'), field] });
    expect(simplifyView(form, 2)).toMatchObject({ submit: form.submit, callback_id: 'why' });
    expect(simplifyView(form, 2).blocks).toEqual([
      section('Why?'),
      expect.objectContaining({
        block_id: 'why',
        element: { type: 'plain_text_input', action_id: 'why', initial_value: 'No budget' },
      }),
    ]);
    expect(simplestOf(form)).toBe(2);
  });
});
