import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DoorCounts } from '../../../src/intake/doors/door-counts.ts';

import { readableLog } from '../../support/test-log.ts';
import { ask } from '../../support/test-server.ts';
import { testClock } from '../../support/time.ts';
import { type FormServer, formServer } from '../../support/web-forms.ts';

const DANA = { name: 'Dana Whitfield', email: 'dana@harbour.example' };
const ZOE = { name: 'Zoë Müller', email: 'zoe@hill.example' };
const [JSON_OF_DANA, JSON_OF_ZOE] = [JSON.stringify(DANA), JSON.stringify(ZOE)];
const LATIN = Buffer.from(JSON_OF_ZOE, 'latin1');
const URLENCODED = 'application/x-www-form-urlencoded';

async function watchedForm(): Promise<FormServer & { counted(): string[] }> {
  const doors = new DoorCounts({ log: readableLog().log, clock: testClock() });
  const server = await formServer('sqlite', { doors });
  const counted = () => doors.take().map(({ result, count }) => `${result} ${count}`);
  return { ...server, counted };
}

type Case = [what: string, body: string | Uint8Array, headers: Record<string, string>];

describe('Taken, as it was meant, is', () => {
  it.each<Case>([
    ['what was packed for the way', gzipSync(JSON_OF_DANA), { 'content-encoding': 'gzip' }],
    ['the same in another way', brotliCompressSync(JSON_OF_DANA), { 'content-encoding': 'br' }],
    ['JSON with a mark before it', `\uFEFF${JSON_OF_DANA}`, {}],
    ['JSON that calls itself plain text', JSON_OF_DANA, { 'content-type': 'text/plain' }],
    ['the same with a mark', `\uFEFF${JSON_OF_DANA}`, { 'content-type': 'text/plain; charset=UTF-8' }],
    ['JSON that calls itself anything', JSON_OF_DANA, { 'content-type': 'application/octet-stream' }],
    ['JSON that calls itself a form', JSON_OF_DANA, { 'content-type': URLENCODED }],
    ['a form that calls itself JSON', `${new URLSearchParams(DANA)}`, {}],
    ['a form that calls itself plain text', `${new URLSearchParams(DANA)}`, { 'content-type': 'text/plain' }],
    [
      'a form that a page sends as plain text',
      `name=${DANA.name}\r\nemail=${DANA.email}\r\n`,
      { 'content-type': 'text/plain' },
    ],
    ['UTF-16', Buffer.from(`\uFEFF${JSON_OF_DANA}`, 'utf16le'), {}],
    ['UTF-16 without a mark', Buffer.from(JSON_OF_DANA, 'utf16le'), {}],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${JSON_OF_DANA}`, 'utf16le').swap16(), {}],
    [
      'what names a charset that there is not',
      JSON_OF_DANA,
      { 'content-type': 'application/json; charset=klingon' },
    ],
  ])('%s', async (_what, body, headers) => {
    const server = await watchedForm();
    expect(await server.send(server.path, body, headers)).toMatchObject({ status: 202 });
    expect(await server.leads()).toMatchObject([{ ...DANA, fields: {} }]);
    expect(server.counted()).toEqual(['accepted 1']);
  });

  const asParts = (text: string) =>
    `--edge-1\r\ncontent-disposition: form-data; name="name"\r\n\r\n${text}\r\n--edge-1\r\ncontent-disposition: form-data; name="email"\r\n\r\n${ZOE.email}\r\n--edge-1--\r\n`;
  const PARTS = { 'content-type': 'multipart/form-data; boundary=edge-1' };

  it.each<Case>([
    ['says so', LATIN, { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['says nothing', LATIN, {}],
    ['says another', LATIN, { 'content-type': 'application/json; charset=utf-8' }],
    ['is urlencoded', `name=Zo%EB+M%FCller&email=${ZOE.email}`, { 'content-type': URLENCODED }],
    [
      'is urlencoded and said so in a field',
      `_charset_=windows-1252&name=Zo%EB+M%FCller&email=${ZOE.email}`,
      { 'content-type': URLENCODED },
    ],
    ['is in parts', Buffer.from(asParts(ZOE.name), 'latin1'), PARTS],
    ['is UTF-8 in parts after all', asParts(ZOE.name), PARTS],
  ])('what is no UTF-8 and %s: each letter is there', async (_what, body, headers) => {
    const server = await formServer();
    expect(await server.send(server.path, body, headers)).toMatchObject({ status: 202 });
    expect(await server.leads()).toMatchObject([ZOE]);
  });

  it('an answer of several lines in plain text', async () => {
    const server = await formServer();
    await server.submit(`name=${DANA.name}\r\nmessage=one\r\n\r\ntwo\r\n`, 'text/plain');
    expect(await server.leads()).toMatchObject([{ name: DANA.name, message: 'one\n\ntwo' }]);
  });
});

describe('The same key twice', () => {
  it.each<Case>([
    [
      'in JSON',
      `{"name":"Dana","email":"dana@harbour.example","topic":"a","topic" : "b","email":"lee@park.example"}`,
      {},
    ],
    [
      'in a form',
      'name=Dana&email=dana@harbour.example&topic=a&topic=b&email=lee@park.example',
      { 'content-type': URLENCODED },
    ],
  ])('%s loses neither', async (_what, body, headers) => {
    const server = await formServer();
    await server.send(server.path, body, headers);
    const [lead] = await server.leads();
    expect(lead).toMatchObject({ name: 'Dana', email: DANA.email });
    const kept = Object.values(lead?.fields ?? {}).join(', ');
    for (const each of ['a', 'b', 'lee@park.example']) expect(kept.split(', ')).toContain(each);
  });

  it('in JSON is told apart from what is inside of a text, a list or another object', async () => {
    const server = await formServer();
    const odd = String.raw`{"q":"\"q\":\"q\"","q":["q","q"],"q 2":"c","q":{"q":"d","q":"e"}}`;
    await server.submit(odd, 'application/json');
    const [lead] = await server.leads();
    const kept = Object.values(lead?.fields ?? {});
    for (const each of ['"q":"q"', 'q, q', 'c', 'd', 'e']) expect(kept).toContain(each);
  });
});

describe('Refused with a sentence, and counted where managers hear of it, is', () => {
  it.each<[...Case, status: number, counted: string]>([
    [
      'more than ten megabytes',
      new Uint8Array(11 * 2 ** 20),
      { 'content-type': 'multipart/form-data; boundary=x' },
      413,
      'too_large',
    ],
    [
      'a little that unpacks to much',
      gzipSync(Buffer.alloc(50 * 2 ** 20, ' ')),
      { 'content-encoding': 'gzip' },
      413,
      'too_large',
    ],
    ['what is not packed as it says', JSON_OF_DANA, { 'content-encoding': 'gzip' }, 400, 'not_understood'],
    [
      'what is packed as nobody can unpack',
      JSON_OF_DANA,
      { 'content-encoding': 'rar' },
      415,
      'not_understood',
    ],
    ['nothing', '', {}, 400, 'not_understood'],
    ['blanks', ' \n', {}, 400, 'not_understood'],
    [
      'a form of which nothing was filled in',
      'name=&email=',
      { 'content-type': URLENCODED },
      422,
      'not_understood',
    ],
    ['another type', '<a/>', { 'content-type': 'application/xml' }, 415, 'not_understood'],
    ['prose', 'Hello there', { 'content-type': 'text/plain' }, 400, 'not_understood'],
    [
      'parts that break off',
      '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb',
      { 'content-type': 'multipart/form-data; boundary=x' },
      400,
      'not_understood',
    ],
  ])('%s', async (_what, body, headers, status, counted) => {
    const server = await watchedForm();
    const reply = await server.send(server.path, body, headers);
    expect(reply).toMatchObject({ status, body: { detail: expect.stringMatching(/\w+ \w+/) } });
    expect(await server.leads()).toEqual([]);
    expect(server.counted()).toEqual([`${counted} 1`]);
  });
});

it('Of files each is named, also where nothing else was sent', async () => {
  const server = await formServer();
  const data = new FormData();
  data.append('cv', new File(['%PDF'], 'Lebenslauf Zoë.pdf'));
  data.append('cv', new File(['%PDF'], 'b.pdf'));
  expect(await server.submit(data)).toMatchObject({ status: 202 });
  expect(await server.leads()).toMatchObject([
    { fields: { cv: 'Lebenslauf Zoë.pdf (file, not kept), b.pdf (file, not kept)' } },
  ]);
});

it('Whoever only looks finds it ready, and is no sign that what is sent is taken', async () => {
  const server = await watchedForm();
  for (const method of ['GET', 'HEAD'])
    expect(await ask(server.url + server.path, { method })).toMatchObject({ status: 200 });
  expect(server.counted()).toEqual([]);
});

it('A page’s script gets no leave to send, with a sentence that says what to do', async () => {
  const server = await formServer();
  const headers = { origin: 'https://site.example', 'access-control-request-method': 'POST' };
  const reply = await ask(server.url + server.path, { method: 'OPTIONS', headers });
  expect(reply).toMatchObject({
    status: 405,
    body: { detail: expect.stringContaining('docs/your-forms.md') },
  });
  expect(reply.headers.get('access-control-allow-origin')).toBeNull();
});
