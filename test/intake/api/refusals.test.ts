import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../support/databases.ts';
import { ask, countLeads, testServer } from '../../support/test-server.ts';

const DANA = { source: 'Webinar', name: 'Dana Whitfield' };

describe('the API refuses', () => {
  it('whoever has no token or a wrong one, before anything else', async () => {
    const server = await testServer('sqlite');
    for (const authorization of ['', 'Bearer', 'Bearer wrong', 'Basic aW50YWtl']) {
      const reply = await server.post('/api/leads', DANA, { authorization });
      expect(reply).toMatchObject({ status: 401, type: 'application/problem+json; charset=utf-8' });
      expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="tango"');
    }
    expect(await server.get('/api/nothing', { authorization: '' })).toMatchObject({ status: 401 });
    expect(await countLeads(server.context)).toBe(0);
  });

  it('everybody while no INTAKE_TOKEN is set, and says so', async () => {
    const server = await testServer('sqlite', { token: null });
    const reply = await server.post('/api/leads', DANA);
    expect(reply).toMatchObject({ status: 404, body: { detail: expect.stringContaining('INTAKE_TOKEN') } });
  });

  it('what is not JSON, and says where it breaks', async () => {
    const server = await testServer('sqlite');
    const reply = await server.post('/api/leads', '{\n  "source": "Webinar",\n  "name": Dana\n}');
    expect(reply).toMatchObject({ status: 400, body: { title: 'Bad Request', status: 400 } });
    expect(reply.body.detail).toBe('The body is not valid JSON: see line 3, column 11');
    expect((await server.post('/api/leads', '')).body.detail).toBe('The body is empty');
    const latin = await server.post('/api/leads', new Uint8Array(Buffer.from('{"name":"Zoë"}', 'latin1')));
    expect(latin).toMatchObject({ status: 400, body: { detail: 'The body is not valid UTF-8' } });
  });

  it('what is JSON, but no lead', async () => {
    const server = await testServer('sqlite');
    for (const body of ['5', 'null', '"x"', '[]', '[[]]', '[1]'])
      expect(await server.post('/api/leads', body)).toMatchObject({ status: 422 });
    const many = await server.post('/api/leads', Array(1_001).fill(DANA));
    expect(many.body.problems).toEqual([{ field: '', message: 'may hold at most 1000 entries' }]);
    expect(await countLeads(server.context)).toBe(0);
  });

  it('a lead without a source or anybody in it, naming all that is wrong at once', async () => {
    const server = await testServer('sqlite');
    const reply = await server.post('/api/leads', {
      title: { of: 'a book' },
      fields: [],
      receivedAt: 'yesterday',
    });
    expect(reply.status).toBe(422);
    expect(reply.body.problems.map((problem: { field: string }) => problem.field)).toEqual([
      'source',
      'title',
      'receivedAt',
      'fields',
      'name',
    ]);
  });

  it('a wrong content type or encoding', async () => {
    const server = await testServer('sqlite');
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-16',
    ])
      expect(await server.post('/api/leads', DANA, { 'content-type': type })).toMatchObject({ status: 415 });
    const reply = await server.post('/api/leads', DANA, { 'content-encoding': 'zip' });
    expect(reply).toMatchObject({ status: 415, type: 'application/problem+json; charset=utf-8' });
  });

  it('more than 1 MiB, also when it comes as a small gzip', async () => {
    const server = await testServer('sqlite');
    const big = JSON.stringify({ ...DANA, message: 'x'.repeat(1_048_576) });
    const refused = { status: 413, body: { detail: 'The body is larger than 1 MiB' } };
    expect(await server.post('/api/leads', big)).toMatchObject(refused);
    const zipped = new Uint8Array(gzipSync(big));
    expect(await server.post('/api/leads', zipped, { 'content-encoding': 'gzip' })).toMatchObject(refused);
    const small = new Uint8Array(gzipSync(JSON.stringify(DANA)));
    expect(await server.post('/api/leads', small, { 'content-encoding': 'gzip' })).toMatchObject({
      status: 201,
    });
  });

  it('a method that the path does not know, naming those that it does', async () => {
    const server = await testServer('sqlite');
    const reply = await server.get('/api/leads');
    expect(reply).toMatchObject({ status: 405, body: { title: 'Method Not Allowed' } });
    expect(reply.headers.get('allow')).toBe('POST');
    const lead = await server.post('/api/leads/lead_1', {});
    expect([lead.status, lead.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each(DIALECTS)('a lead that is none, whatever its id, on %s', async (dialect) => {
    const server = await testServer(dialect);
    for (const id of ['%00', 'lead_1%00', '__proto__', '..%2Fleads', '%F0%9F%98%80', 'x'.repeat(5_000)])
      expect(await server.get(`/api/leads/${id}`)).toMatchObject({
        status: 404,
        body: { title: 'Not Found' },
      });
  });

  it('an address that is not there, or cannot be read', async () => {
    const server = await testServer('sqlite');
    for (const path of ['/', '/api/unknown', '/slack/events'])
      expect(await server.get(path)).toMatchObject({
        status: 404,
        type: expect.stringContaining('problem+json'),
      });
    expect(await server.get('/api/leads/%E0%A4%A')).toMatchObject({ status: 400 });
  });
});

describe('while something is broken', () => {
  it('a database that cannot be written is answered 503, to be tried again', async () => {
    const server = await testServer('sqlite');
    await server.context.db.transaction((tx) => sql`pragma query_only = on`.execute(tx.sql));
    const reply = await server.post('/api/leads', DANA);
    expect(reply).toMatchObject({ status: 503, body: { title: 'Service Unavailable' } });
    expect(reply.headers.get('retry-after')).toBe('10');
  });

  it('a defect is answered calmly, with a reference and nothing else of it', async () => {
    const server = await testServer('sqlite');
    const secret = new Error('select * from lead where email = dana@harbour.example');
    server.context.db.transaction = () => Promise.reject(secret);
    const reply = await ask(`${server.url}/api/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer intake-token-of-the-tests`, 'content-type': 'application/json' },
      body: JSON.stringify(DANA),
    });
    expect(reply).toMatchObject({ status: 500, body: { reference: 'incident_0001' } });
    expect(JSON.stringify(reply.body)).not.toMatch(/select|harbour|\.ts/);
  });
});
