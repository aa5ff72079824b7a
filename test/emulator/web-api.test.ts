import { describe, expect, it } from 'vitest';
import { sampleWorkspace } from '../../emulator/workspace/sample-workspace.ts';
import { clientOf, MONDAY, refusal, testWorkspace } from './support/workspace.ts';

const HIDDEN = { id: 'C_BOARD', name: 'board', kind: 'private' as const, members: ['U_MAX'] };
const OLD = { id: 'C_OLD', name: 'old', members: ['U_ANA', 'U_TANGO'], isArchived: true };
const BUTTON = {
  type: 'button' as const,
  text: { type: 'plain_text' as const, text: 'Claim' },
  action_id: 'claim',
};

async function workspaceWithRooms() {
  const seed = sampleWorkspace();
  seed.conversations.push(HIDDEN, OLD);
  seed.userGroups = [{ id: 'S_SALES', handle: 'sales', name: 'Sales', users: ['U_ANA', 'U_BEN'] }];
  return testWorkspace({ workspace: seed });
}

describe('tokens and scopes', () => {
  it('auth.test knows the bot and tells its scopes', async () => {
    const { client } = await testWorkspace();
    const me = await client.auth.test();
    expect(me).toMatchObject({ user_id: 'U_TANGO', bot_id: 'B_TANGO', team_id: 'T_SAMPLE' });
    expect(me.response_metadata?.scopes).toContain('chat:write');
    expect((await client.team.info()).team?.name).toBe('Sample Company');
    expect((await client.bots.info({ bot: 'B_TANGO' })).bot?.user_id).toBe('U_TANGO');
    expect(await refusal(client.bots.info({ bot: 'B_OTHER' }))).toBe('bot_not_found');
  });

  it('no token, a wrong one and one of the other kind are told apart', async () => {
    const { emulator } = await testWorkspace();
    expect(await refusal(clientOf(emulator).auth.test())).toBe('not_authed');
    expect(await refusal(clientOf(emulator, 'xoxb-wrong').auth.test())).toBe('invalid_auth');
    const withAppToken = clientOf(emulator, emulator.tokens.app);
    expect(await refusal(withAppToken.auth.test())).toBe('not_allowed_token_type');
  });

  it('a scope that the manifest lacks is named', async () => {
    const { emulator, client } = await testWorkspace();
    emulator.workspace.app.scopes = ['channels:read'];
    const posting = client.chat.postMessage({ channel: 'C_LEADS', text: 'hello' });
    await expect(posting).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write', provided: 'channels:read' },
    });
    expect(await refusal(client.conversations.history({ channel: 'C_LEADS' }))).toBe('missing_scope');
  });
});

describe('posting', () => {
  it('a message gets a rising, unique ts by the workspace’s clock', async () => {
    const { client, clock } = await testWorkspace();
    const stamps: string[] = [];
    for (const _ of [1, 2, 3])
      stamps.push((await client.chat.postMessage({ channel: 'C_LEADS', text: 'hi' })).ts!);
    clock.move(-60_000);
    stamps.push((await client.chat.postMessage({ channel: 'C_LEADS', text: 'hi' })).ts!);
    expect(stamps[0]).toMatch(new RegExp(`^${MONDAY / 1000}\\.\\d{6}$`));
    expect([...new Set(stamps)].sort()).toEqual(stamps);
  });

  it('a person’s id opens the direct message, and the answer names its channel', async () => {
    const { emulator, client } = await testWorkspace();
    const { channel } = await client.chat.postMessage({ channel: 'U_ANA', text: 'for you' });
    expect(channel).toMatch(/^D/);
    expect(
      emulator
        .as('U_ANA')
        .directMessage()
        .messages.map(({ text }) => text),
    ).toEqual(['for you']);
    const opened = await client.conversations.open({ users: 'U_ANA' });
    expect(opened).toMatchObject({ already_open: true, channel: { id: channel } });
    expect(await refusal(client.conversations.open({ users: 'U_ANA,U_BEN' }))).toBe('not_imitated');
  });

  it.each([
    ['C_NOWHERE', 'channel_not_found'],
    ['C_BOARD', 'channel_not_found'],
    ['C_OLD', 'is_archived'],
    ['U_NOBODY', 'channel_not_found'],
  ])('posting to %s is refused: %s', async (channel, error) => {
    const { client } = await workspaceWithRooms();
    expect(await refusal(client.chat.postMessage({ channel, text: 'hello' }))).toBe(error);
  });

  it('a public channel takes messages from outside only with chat:write.public', async () => {
    const { emulator, client } = await testWorkspace();
    expect((await client.chat.postMessage({ channel: '#random', text: 'hello' })).channel).toBe('C_RANDOM');
    emulator.workspace.app.scopes = ['chat:write'];
    expect(await refusal(client.chat.postMessage({ channel: 'C_RANDOM', text: 'hello' }))).toBe(
      'not_in_channel',
    );
  });

  it('what Slack would refuse is refused, with a pointer to it', async () => {
    const { client } = await testWorkspace();
    expect(await refusal(client.chat.postMessage({ channel: 'C_LEADS', text: '' }))).toBe('no_text');
    const elements = Array.from({ length: 26 }, (_, n) => ({ ...BUTTON, action_id: `b${n}` }));
    const posting = client.chat.postMessage({
      channel: 'C_LEADS',
      text: 'x',
      blocks: [{ type: 'actions', elements }],
    });
    await expect(posting).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: ['no more than 25 items allowed [json-pointer:/blocks/0/elements]'],
      },
    });
    expect(await refusal(client.blocks.validate({ blocks: [{ type: 'actions', elements }] }))).toBe(
      'invalid_blocks',
    );
    expect(await client.blocks.validate({ blocks: [{ type: 'divider' }] })).toMatchObject({ ok: true });
    const withLook = client.chat.postMessage({ channel: 'C_LEADS', text: 'x', username: 'Somebody' });
    expect(await refusal(withLook)).toBe('not_imitated');
  });

  it('an ephemeral message is for one member, in no history, and can’t be changed', async () => {
    const { emulator, client } = await testWorkspace();
    const to = { channel: 'C_LEADS', text: 'only you' };
    const { message_ts: ts } = await client.chat.postEphemeral({ ...to, user: 'U_BEN' });
    expect(
      emulator
        .as('U_BEN')
        .ephemerals('C_LEADS')
        .map(({ text }) => text),
    ).toEqual(['only you']);
    expect(emulator.as('U_ANA').messages('C_LEADS')).toEqual([]);
    expect((await client.conversations.history({ channel: 'C_LEADS' })).messages).toEqual([]);
    expect(await refusal(client.chat.update({ channel: 'C_LEADS', ts: ts!, text: 'x' }))).toBe(
      'message_not_found',
    );
    expect(await refusal(client.chat.postEphemeral({ ...to, user: 'U_NOBODY' }))).toBe('user_not_found');
    emulator.admin.remove('C_LEADS', 'U_BEN');
    expect(await refusal(client.chat.postEphemeral({ ...to, user: 'U_BEN' }))).toBe('user_not_in_channel');
  });
});

describe('changing messages', () => {
  const metadata = { event_type: 'tango_outbox', event_payload: { outbox_id: 'outbox_1' } };
  const actions = { type: 'actions' as const, elements: [BUTTON] };

  it('text without blocks takes the blocks away; metadata stays', async () => {
    const { emulator, client } = await testWorkspace();
    const posted = await client.chat.postMessage({
      channel: 'C_LEADS',
      text: 'card',
      blocks: [actions],
      metadata,
    });
    await client.chat.update({ channel: 'C_LEADS', ts: posted.ts!, text: 'taken' });
    expect(emulator.workspace.messages.find('C_LEADS', posted.ts!)).toMatchObject({
      text: 'taken',
      blocks: [],
      metadata,
    });
  });

  it('only what is there, and only the bot’s own', async () => {
    const { emulator, client } = await testWorkspace();
    const hers = emulator.as('U_ANA').say('C_LEADS', 'mine');
    const change = { channel: 'C_LEADS', ts: hers.ts };
    expect(await refusal(client.chat.update({ ...change, text: 'x' }))).toBe('cant_update_message');
    expect(await refusal(client.chat.delete(change))).toBe('cant_delete_message');
    expect(await refusal(client.chat.update({ ...change, ts: '1.000000', text: 'x' }))).toBe(
      'message_not_found',
    );
    expect((await client.chat.getPermalink({ channel: 'C_LEADS', message_ts: hers.ts })).permalink).toContain(
      'C_LEADS',
    );
    const { ts } = await client.chat.postMessage({ channel: 'C_LEADS', text: 'ours' });
    await client.chat.delete({ channel: 'C_LEADS', ts: ts! });
    expect(emulator.workspace.messages.find('C_LEADS', ts!)).toBeUndefined();
  });

  it('a reply to a reply stays in the thread, a reply to nothing lands at top level', async () => {
    const { emulator, client } = await testWorkspace();
    const parent = emulator.as('U_ANA').say('C_LEADS', 'parent');
    const reply = (thread: string) =>
      client.chat.postMessage({ channel: 'C_LEADS', text: 'r', thread_ts: thread });
    const first = await reply(parent.ts);
    expect((await reply(first.ts!)).message).toMatchObject({ thread_ts: parent.ts });
    expect((await reply('1.000000')).message).not.toHaveProperty('thread_ts');
  });

  it('a deleted parent leaves a stone while it has replies', async () => {
    const { emulator, client } = await testWorkspace();
    const { ts } = await client.chat.postMessage({ channel: 'C_LEADS', text: 'parent' });
    emulator.as('U_ANA').say('C_LEADS', 'reply', { thread: ts! });
    await client.chat.delete({ channel: 'C_LEADS', ts: ts! });
    const { messages } = await client.conversations.replies({ channel: 'C_LEADS', ts: ts! });
    expect(messages?.map(({ text }) => text)).toEqual(['This message was deleted.', 'reply']);
    const change = client.chat.update({ channel: 'C_LEADS', ts: ts!, text: 'again' });
    expect(await refusal(change)).toBe('cant_update_message');
  });

  it('a deactivated person still gets messages, but no new conversation', async () => {
    const { emulator, client } = await testWorkspace();
    emulator.admin.deactivate('U_BEN');
    expect((await client.chat.postMessage({ channel: 'U_BEN', text: 'hello?' })).ok).toBe(true);
    expect(await refusal(client.conversations.open({ users: 'U_BEN' }))).toBe('user_disabled');
  });

  it('a reaction counts once', async () => {
    const { emulator, client } = await testWorkspace();
    const { ts } = emulator.as('U_ANA').say('C_LEADS', 'done');
    const reaction = { channel: 'C_LEADS', timestamp: ts, name: 'tada' };
    await client.reactions.add(reaction);
    expect(await refusal(client.reactions.add(reaction))).toBe('already_reacted');
    const { messages } = await client.conversations.history({ channel: 'C_LEADS' });
    expect(messages?.[0]?.reactions).toEqual([{ name: 'tada', users: ['U_TANGO'], count: 1 }]);
  });
});

describe('people and channels', () => {
  it('channels are listed in pages, private ones only from inside', async () => {
    const { client } = await workspaceWithRooms();
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const types = 'public_channel,private_channel';
      const page = await client.conversations.list({ limit: 2, types, ...(cursor ? { cursor } : {}) });
      names.push(...(page.channels ?? []).map(({ name }) => name ?? ''));
      cursor = page.response_metadata?.next_cursor;
    } while (cursor);
    expect(names).toEqual(['leads', 'field', 'marketing', 'scorecard', 'random', 'old']);
    expect(await refusal(client.conversations.info({ channel: 'C_BOARD' }))).toBe('channel_not_found');
    expect((await client.conversations.members({ channel: 'C_RANDOM' })).members).toHaveLength(5);
    expect((await client.conversations.join({ channel: 'C_RANDOM' })).channel?.is_member).toBe(true);
    expect(await refusal(client.conversations.join({ channel: 'C_OLD' }))).toBe('is_archived');
  });

  it('a person has a zone, and an address for those who may read it', async () => {
    const { emulator, client } = await workspaceWithRooms();
    const { user } = await client.users.info({ user: 'U_ANA' });
    expect(user).toMatchObject({ tz: 'Europe/Lisbon', profile: { email: 'ana@sample.example' } });
    const byEmail = (email: string) => client.users.lookupByEmail({ email });
    expect((await byEmail('BEN@sample.example')).user?.id).toBe('U_BEN');
    emulator.admin.deactivate('U_BEN');
    expect(await refusal(byEmail('ben@sample.example'))).toBe('users_not_found');
    expect((await client.users.list({})).members).toHaveLength(7);
    expect(await refusal(client.users.info({ user: 'U_NOBODY' }))).toBe('user_not_found');
    expect((await client.usergroups.users.list({ usergroup: 'S_SALES' })).users).toEqual(['U_ANA', 'U_BEN']);
    expect(await refusal(client.usergroups.users.list({ usergroup: 'S_X' }))).toBe('no_such_subteam');
    const listed = await client.usergroups.list({ include_users: true });
    expect(listed.usergroups).toMatchObject([{ id: 'S_SALES', date_delete: 0, users: ['U_ANA', 'U_BEN'] }]);
    expect((await client.usergroups.list()).usergroups?.[0]).not.toHaveProperty('users');
  });
});
