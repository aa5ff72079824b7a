/** Forms that ask for a signature: what is signed is taken once, whatever else is refused with a word that says why. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../src/domain/time/duration.ts';
import { signForm } from '../../../src/usecases/web-form/sign-form.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';
import { formServer } from '../../support/web-forms.ts';

const SECRET = 'f'.repeat(36);
const DANA = JSON.stringify({ name: 'Dana Whitfield', email: 'dana@harbour.example', Ort: 'Köln 🌉' });

const hex = (text: string, secret = SECRET) => createHmac('sha256', secret).update(text).digest('hex');
const timed = (body: string, at: number, secret = SECRET) => {
  const seconds = Math.floor(at / 1000);
  return { 'x-tango-signature': `t=${seconds},v1=${hex(`${seconds}.${body}`, secret)}` };
};

async function signedServer(dialect: (typeof DIALECTS)[number] = 'sqlite') {
  const server = await formServer(dialect);
  await signForm(server.context, MIA, { id: server.form.id, secret: SECRET });
  const send = (headers: Record<string, string>, body = DANA) => server.send(server.path, body, headers);
  return { ...server, post: send, now: () => server.context.clock.now() };
}

describe.each(DIALECTS)('on %s', (dialect) => {
  it('what is signed with the time is taken, and sent again it is the lead that it was', async () => {
    const { post, now, leads, context } = await signedServer(dialect);
    const headers = timed(DANA, now());
    expect(await post(headers)).toMatchObject({ status: 202, body: { duplicate: false } });
    context.clock.move(4 * MINUTE);
    expect(await post(headers)).toMatchObject({ status: 202, body: { duplicate: true } });
    context.clock.move(2 * MINUTE);
    expect(await post(headers)).toMatchObject({
      status: 401,
      body: { detail: 'The signature is not of this time' },
    });
    expect(await leads()).toHaveLength(1);
    // Who really writes again signs again.
    context.clock.move(HOUR);
    expect(await post(timed(DANA, now()))).toMatchObject({ status: 202, body: { duplicate: false } });
  });

  it('what is signed without the time is taken once for ever', async () => {
    const { post, leads, context } = await signedServer(dialect);
    for (const headers of [
      { 'x-tango-signature': `sha256=${hex(DANA)}` },
      { 'x-hub-signature-256': `sha256=${hex(DANA).toUpperCase()}` },
    ]) {
      expect((await post(headers)).status).toBe(202);
      context.clock.move(30 * HOUR);
    }
    expect(await leads()).toHaveLength(1);
  });
});

it.each([
  ['nothing', () => ({}), 'X-Tango-Signature is missing'],
  ['another secret', (at: number) => timed(DANA, at, 'other'), 'The signature is wrong'],
  ['another body', (at: number) => timed(`${DANA} `, at), 'The signature is wrong'],
  ['a clock that is ahead', (at: number) => timed(DANA, at + 6 * MINUTE), 'not of this time'],
  ['no time', () => ({ 'x-tango-signature': `t=soon,v1=${hex(`soon.${DANA}`)}` }), 'not of this time'],
  ['words', () => ({ 'x-tango-signature': 'please' }), 'must be t=SECONDS,v1=HEX or sha256=HEX'],
  ['the secret itself', () => ({ 'x-tango-signature': `sha256=${SECRET}` }), 'The signature is wrong'],
] as const)('signed with %s it is refused', async (_what, headers, detail) => {
  const { post, now, leads } = await signedServer();
  expect(await post(headers(now()))).toMatchObject({
    status: 401,
    body: { detail: expect.stringContaining(detail) },
  });
  expect(await leads()).toEqual([]);
});

it('An old secret ends with the new one, and a form that asks for none takes what comes', async () => {
  const { post, now, form, context } = await signedServer();
  await signForm(context, MIA, { id: form.id, secret: 'another' });
  expect((await post(timed(DANA, now()))).status).toBe(401);
  expect((await post(timed(DANA, now(), 'another'))).status).toBe(202);
  await signForm(context, MIA, { id: form.id, secret: null });
  expect((await post({}, DANA.replace('Dana', 'Lee'))).status).toBe(202);
});

it('Urlencoded bodies are signed as they are', async () => {
  const { post, now } = await signedServer();
  const body = 'name=Dana+Whitfield&email=dana%40harbour.example';
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await post({ ...timed(body, now()), ...type }, body)).status).toBe(202);
});

it('Without the key that sealed its secret nothing can be checked: it is to come again', async () => {
  const { post, now, context } = await signedServer();
  delete context.secrets;
  const reply = await post(timed(DANA, now()));
  expect(reply).toMatchObject({ status: 503, body: { detail: expect.stringContaining('TANGO_KEY') } });
  expect(reply.headers.get('retry-after')).toBe('300');
});
