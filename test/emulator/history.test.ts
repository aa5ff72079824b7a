import { expect, it } from 'vitest';
import { refusal, testWorkspace } from './support/workspace.ts';

const metadata = { event_type: 'tango_outbox', event_payload: { outbox_id: 'outbox_7' } };

it('history is newest first, in pages, without replies, and shows metadata when asked', async () => {
  const { client } = await testWorkspace();
  const { ts } = await client.chat.postMessage({ channel: 'C_LEADS', text: 'one', metadata });
  await client.chat.postMessage({ channel: 'C_LEADS', text: 'reply', thread_ts: ts! });
  await client.chat.postMessage({ channel: 'C_LEADS', text: 'two' });
  await client.chat.postMessage({ channel: 'C_LEADS', text: 'three' });
  const first = await client.conversations.history({ channel: 'C_LEADS', limit: 2 });
  expect(first.messages?.map(({ text }) => text)).toEqual(['three', 'two']);
  expect(first.has_more).toBe(true);
  const cursor = first.response_metadata!.next_cursor!;
  const rest = await client.conversations.history({ channel: 'C_LEADS', cursor, include_all_metadata: true });
  expect(rest.messages).toMatchObject([{ text: 'one', reply_count: 1, metadata, bot_id: 'B_TANGO' }]);
  expect(rest.response_metadata?.next_cursor).toBe('');
  const plain = await client.conversations.history({ channel: 'C_LEADS', oldest: ts!, inclusive: true });
  expect(plain.messages?.at(-1)).not.toHaveProperty('metadata');
});

it('oldest and latest bound the range, to the microsecond, themselves only when inclusive', async () => {
  const { emulator, client } = await testWorkspace();
  const [a, b, c] = ['a', 'b', 'c'].map((text) => emulator.as('U_ANA').say('C_LEADS', text));
  const range = async (inclusive: boolean) => {
    const bounds = { oldest: a!.ts, latest: c!.ts, inclusive };
    const { messages } = await client.conversations.history({ channel: 'C_LEADS', ...bounds });
    return messages?.map(({ ts }) => ts);
  };
  expect(await range(false)).toEqual([b!.ts]);
  expect(await range(true)).toEqual([c!.ts, b!.ts, a!.ts]);
});

it('a thread is read from its parent on, from any message in it', async () => {
  const { emulator, client } = await testWorkspace();
  const ana = emulator.as('U_ANA');
  const parent = ana.say('C_LEADS', 'parent');
  const reply = ana.say('C_LEADS', 'reply', { thread: parent.ts });
  const { messages } = await client.conversations.replies({ channel: 'C_LEADS', ts: reply.ts });
  expect(messages?.map(({ text }) => text)).toEqual(['parent', 'reply']);
  expect(await refusal(client.conversations.replies({ channel: 'C_LEADS', ts: '1.000000' }))).toBe(
    'thread_not_found',
  );
});

it('only members read', async () => {
  const { client } = await testWorkspace();
  expect(await refusal(client.conversations.history({ channel: 'C_RANDOM' }))).toBe('not_in_channel');
});
