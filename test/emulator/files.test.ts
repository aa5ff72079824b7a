import { expect, it } from 'vitest';
import { refusal, testWorkspace } from './support/workspace.ts';

it('the real client uploads a file into a thread; the address needs the token', async () => {
  const { emulator, client } = await testWorkspace();
  const parent = emulator.as('U_ANA').say('C_FIELD', 'The numbers?');
  await client.filesUploadV2({
    channel_id: 'C_FIELD',
    thread_ts: parent.ts,
    filename: 'numbers.csv',
    file: Buffer.from('a,b\n1,2\n'),
    initial_comment: 'Here they are',
  });
  const [, message] = emulator.as('U_ANA').messages('C_FIELD');
  expect(message).toMatchObject({ text: 'Here they are', threadTs: parent.ts, subtype: 'file_share' });
  const { file } = await client.files.info({ file: message!.fileIds[0]! });
  expect(file).toMatchObject({ name: 'numbers.csv', mimetype: 'text/csv', size: 8, channels: ['C_FIELD'] });
  const url = file!.url_private!;
  const stranger = await fetch(url);
  expect([stranger.status, stranger.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const bot = await fetch(url, { headers: { authorization: `Bearer ${emulator.tokens.bot}` } });
  expect(await bot.text()).toBe('a,b\n1,2\n');
});

it('a file that never arrived, or is larger than announced, is no file', async () => {
  const { client } = await testWorkspace();
  const slot = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
  const complete = () => client.files.completeUploadExternal({ files: [{ id: slot.file_id!, title: 'a' }] });
  expect(await refusal(complete())).toBe('file_not_found');
  const tooLong = await fetch(slot.upload_url!, { method: 'POST', body: 'four' });
  expect(tooLong.status).toBe(400);
  await fetch(slot.upload_url!, { method: 'POST', body: 'abc' });
  expect(await complete()).toMatchObject({ ok: true, files: [{ title: 'a', size: 3 }] });
  expect(await refusal(client.files.info({ file: 'F_NONE' }))).toBe('file_not_found');
  expect(await refusal(client.files.getUploadURLExternal({ filename: 'a.txt', length: 0 }))).toBe(
    'invalid_arguments',
  );
});
