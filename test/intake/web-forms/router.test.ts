import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../src/domain/time/duration.ts';
import { removeWebForm, renewKey } from '../../../src/usecases/web-form/change-web-forms.ts';
import { hashOf } from '../../../src/usecases/web-form/form-key.ts';
import { listWebForms } from '../../../src/usecases/web-form/list-web-forms.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';
import { ask } from '../../support/test-server.ts';
import { formServer } from '../../support/web-forms.ts';

const DANA = { name: 'Dana Whitfield', email: 'dana@harbour.example' };

it.each(DIALECTS)(
  'A submission is a lead of the form’s source, and the form is listed with it, on %s',
  async (dialect) => {
    const server = await formServer(dialect);
    const reply = await server.submit({ ...DANA, Budget: '40,000' });
    expect(reply).toMatchObject({ status: 202, body: { id: 'lead_0001', duplicate: false } });
    expect(await server.leads()).toMatchObject([
      { source: 'Website', ...DANA, fields: { Budget: '40,000' } },
    ]);
    expect(await listWebForms(server.context, MIA)).toMatchObject([
      { name: 'Contact page', sourceName: 'Website', leads: 1, lastAt: server.context.clock.now(), open: 1 },
    ]);
  },
);

it('The address may say source and campaign, as with vendors', async () => {
  const server = await formServer();
  await server.send(`${server.path}?campaign=Hotels%20Q4&source=Fair`, JSON.stringify(DANA), {});
  expect(await server.leads()).toMatchObject([{ source: 'Fair', campaign: 'Hotels Q4' }]);
});

it('A tool to which everything but 200 is a failure is answered with it', async () => {
  const server = await formServer();
  const reply = await server.send(`${server.path}?answer=200`, JSON.stringify(DANA), {});
  expect(reply).toMatchObject({ status: 200, body: { id: 'lead_0001', duplicate: false } });
});

describe('The same submission again', () => {
  it('within minutes is the lead that it was', async () => {
    const server = await formServer();
    const first = await server.submit(DANA);
    server.context.clock.move(9 * MINUTE);
    expect(await server.submit(DANA)).toMatchObject({
      status: 202,
      body: { id: first.body.id, duplicate: true },
    });
    expect(await server.leads()).toHaveLength(1);
  });

  it.each(DIALECTS)('twice at the same moment is one lead, on %s', async (dialect) => {
    const server = await formServer(dialect);
    const replies = await Promise.all([1, 2, 3].map(() => server.submit(DANA)));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await server.leads()).toHaveLength(1);
  });

  it('under its own id is the lead that it was, days later', async () => {
    const server = await formServer();
    const first = await server.submit({ submissionId: 's-1', ...DANA });
    server.context.clock.move(48 * 60 * MINUTE);
    const again = await server.submit({ submissionId: 's-1', ...DANA, sentAt: 'later' });
    expect(again.body).toEqual({ id: first.body.id, duplicate: true });
  });

  it('is not what somebody else sends under an id that the form gives to everybody', async () => {
    const server = await formServer();
    await server.submit({ id: 'contact-form', ...DANA });
    await server.submit({ id: 'contact-form', name: 'Lee Park', email: 'lee@park.example' });
    await server.submit({ id: 'contact-form', q1: 'a' });
    await server.submit({ id: 'contact-form', q1: 'b' });
    expect(await server.leads()).toHaveLength(4);
  });
});

it('Files are named with the other answers and not kept', async () => {
  const server = await formServer();
  const data = new FormData();
  for (const [name, text] of Object.entries(DANA)) data.append(name, text);
  data.append('Drawing', new File(['%PDF'], 'plan.pdf'));
  data.append('Nothing', new File([], ''));
  expect(await server.submit(data)).toMatchObject({ status: 202 });
  expect(await server.leads()).toMatchObject([{ ...DANA, fields: { Drawing: 'plan.pdf (file, not kept)' } }]);
});

it('Whoever tells nothing of themselves is kept: a marketer may know what the questions mean', async () => {
  const server = await formServer();
  expect(await server.submit({ f1: 'Dana', f2: 'Harbour' })).toMatchObject({ status: 202 });
  expect(await server.leads()).toMatchObject([{ name: null, fields: { f1: 'Dana', f2: 'Harbour' } }]);
});

describe('Refused without a trace is', () => {
  it('an address that is no form’s, that was replaced, or whose form was removed, all alike', async () => {
    const server = await formServer();
    const old = await ask(`${server.url}/intake/form/nobody`, { method: 'POST', body: '{}' });
    await renewKey(server.context, MIA, { id: server.form.id, keyHash: hashOf('other') });
    const replaced = await server.submit(DANA);
    await removeWebForm(server.context, MIA, server.form.id);
    const removed = await server.send('/intake/form/other', JSON.stringify(DANA), {});
    for (const reply of [old, replaced, removed])
      expect(reply).toMatchObject({ status: 404, body: { detail: 'There is no form at this address' } });
    expect(await server.leads()).toEqual([]);
  });

  it('what is no JSON, no form, empty, too large, or of another type', async () => {
    const server = await formServer();
    const asked: [body: string | Uint8Array, headers: Record<string, string>, status: number][] = [
      ['{"a":', {}, 400],
      ['', {}, 400],
      ['5', {}, 422],
      ['{}', {}, 422],
      ['{"name":"","email":null}', {}, 422],
      [JSON.stringify([DANA, DANA]), {}, 422],
      ['--x', { 'content-type': 'multipart/form-data; boundary=x' }, 400],
      ['<a/>', { 'content-type': 'application/xml' }, 415],
      [JSON.stringify({ ...DANA, pad: 'x'.repeat(1024 * 1024) }), {}, 413],
    ];
    for (const [body, headers, status] of asked) {
      const reply = await server.send(server.path, body, headers);
      expect([body.slice(0, 20), reply.status]).toEqual([body.slice(0, 20), status]);
    }
    expect(await server.leads()).toEqual([]);
    expect(await ask(server.url + server.path, { method: 'PUT', body: '{}' })).toMatchObject({ status: 405 });
  });
});

it('Tools that look at the address first find it ready; who does not know it finds nothing', async () => {
  const server = await formServer();
  expect(await ask(server.url + server.path, {})).toMatchObject({ status: 200, body: { ready: true } });
  expect(await ask(`${server.url}/intake/form/nobody`, {})).toMatchObject({ status: 404 });
});

it('Whoever guesses at addresses is not listened to for a while', async () => {
  const server = await formServer('sqlite', {
    limits: { accepted: { burst: 10, perSecond: 1 }, refused: { burst: 2, perSecond: 0.1 } },
  });
  const statuses = [];
  for (let n = 0; n < 4; n++)
    statuses.push((await ask(`${server.url}/intake/form/guess${n}`, { method: 'POST', body: '{}' })).status);
  expect(statuses.slice(-1)).toEqual([429]);
  expect(await server.submit(DANA)).toMatchObject({ status: 202 });
});
