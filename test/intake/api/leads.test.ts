import { describe, expect, it } from 'vitest';
import { claimLead, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MINUTE } from '../../support/one-lead.ts';
import { ANA, LEADS } from '../../support/people.ts';
import { countLeads, testServer } from '../../support/test-server.ts';

const DANA = { source: 'Webinar', externalId: 'w-1', name: 'Dana Whitfield', email: 'dana@harbour.example' };

for (const dialect of DIALECTS) {
  describe(`POST /api/leads on ${dialect}`, () => {
    it('takes a lead, and a card is on its way to Slack', async () => {
      const server = await testServer(dialect);
      const reply = await server.post('/api/leads', DANA);
      expect(reply).toMatchObject({ status: 201, body: { leads: [{ id: 'lead_0001', duplicate: false }] } });
      const rows = await server.context.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').selectAll().execute(),
      );
      expect(rows).toMatchObject([{ kind: 'lead_card', ref: 'lead_0001', target: LEADS, status: 'pending' }]);
    });

    it('answers a repeated delivery with the first id and 200', async () => {
      const server = await testServer(dialect);
      await server.post('/api/leads', DANA);
      const again = await server.post('/api/leads', { ...DANA, name: 'Dana W.' });
      expect(again).toMatchObject({ status: 200, body: { leads: [{ id: 'lead_0001', duplicate: true }] } });
      const mixed = await server.post('/api/leads', [DANA, { ...DANA, externalId: 'w-2' }]);
      expect(mixed.status).toBe(201);
      expect(mixed.body.leads.map((lead: { duplicate: boolean }) => lead.duplicate)).toEqual([true, false]);
      expect(await countLeads(server.context)).toBe(2);
    });

    it('refuses an id that is somebody else’s, with every bad index named, and a number that was rounded', async () => {
      const server = await testServer(dialect);
      await server.post('/api/leads', DANA);
      const other = { ...DANA, name: 'Cy Park', email: 'cy@three.example' };
      const reply = await server.post('/api/leads', [{ ...DANA, externalId: 'w-2' }, other, other]);
      expect(reply.status).toBe(409);
      expect(reply.body.problems).toEqual(
        [1, 2].map((index) => ({
          field: `${index}.externalId`,
          message: 'The id w-1 is here already, of a person with another name and another address',
        })),
      );
      expect(await countLeads(server.context)).toBe(1);
      for (const externalId of ['6.59107E+18', 6.59107e18])
        expect((await server.post('/api/leads', { ...DANA, externalId })).status).toBe(422);
    });

    it('takes 1,000 at once', async () => {
      const server = await testServer(dialect);
      const leads = Array.from({ length: 1_000 }, (_, n) => ({ ...DANA, externalId: `w-${n}` }));
      const reply = await server.post('/api/leads', leads);
      expect(reply.status).toBe(201);
      expect(new Set(reply.body.leads.map((lead: { id: string }) => lead.id)).size).toBe(1_000);
      expect(await countLeads(server.context)).toBe(1_000);
    });

    it('takes an array whole or not at all', async () => {
      const server = await testServer(dialect);
      const reply = await server.post('/api/leads', [
        DANA,
        { source: 'Webinar', email: 'nowhere', priority: 'x' },
      ]);
      expect(reply).toMatchObject({ status: 422, type: 'application/problem+json; charset=utf-8' });
      expect(reply.body.problems).toEqual([
        { field: '1.email', message: 'must be an e-mail address' },
        { field: '1.priority', message: 'must be "hot" or "standard"' },
      ]);
      expect(await countLeads(server.context)).toBe(0);
    });

    it('takes the same delivery from twenty senders at once as one lead', async () => {
      const server = await testServer(dialect);
      const replies = await Promise.all(Array.from({ length: 20 }, () => server.post('/api/leads', DANA)));
      expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
      expect(new Set(replies.map((reply) => reply.body.leads[0].id)).size).toBe(1);
      expect(await countLeads(server.context)).toBe(1);
    });
  });
}

describe('GET /api/leads/:id', () => {
  it('shows the lead as it was told, with its history', async () => {
    const server = await testServer('sqlite');
    const told = { ...DANA, budget: 5, fields: { Seats: '40' }, receivedAt: '2026-11-17T09:30:00+01:00' };
    const { body } = await server.post('/api/leads', told);
    const shown = await server.get(`/api/leads/${body.leads[0].id}`);
    expect(shown.status).toBe(200);
    expect(shown.body).toMatchObject({
      ...DANA,
      state: 'new',
      owner: null,
      fields: { budget: '5', Seats: '40' },
      receivedAt: '2026-11-17T08:30:00Z',
      history: [{ kind: 'received', actor: 'api' }],
    });
  });

  it('tells what was promised to it and what became of that, and when we heard of it', async () => {
    const server = await testServer('sqlite');
    const { context } = server;
    const { body } = await server.post('/api/leads', DANA);
    const leadId = body.leads[0].id;
    const show = async () => (await server.get(`/api/leads/${leadId}`)).body;
    const heard = new Date(context.clock.now()).toISOString().replace('.000Z', 'Z');
    expect(await show()).toMatchObject({ learnedAt: heard, mergedInto: null });
    context.clock.move(MINUTE);
    await claimLead(context, { leadId, person: ANA });
    const { promises } = await show();
    expect(promises.slice(0, 2)).toMatchObject([
      { kind: 'claim', owedBy: 'sales', status: 'kept', done: true, why: null, lateMinutes: null },
      { kind: 'contact', owedBy: ANA, status: 'running', done: false, endedAt: null },
    ]);
    context.clock.move(30 * 24 * 60 * MINUTE);
    const [, late] = (await show()).promises;
    expect(late).toMatchObject({ status: 'overdue', endedAt: null });
    await releaseLead(context, { leadId, person: ANA });
    const { promises: after } = await show();
    expect(after[1]).toMatchObject({ owedBy: ANA, status: 'broken', done: false, why: 'released' });
    expect(after.at(-1)).toMatchObject({ kind: 'claim', owedBy: 'sales', status: 'running' });
  });

  it('does not know a lead that is not there', async () => {
    const server = await testServer('sqlite');
    expect(await server.get('/api/leads/nobody')).toMatchObject({
      status: 404,
      body: { title: 'Not Found' },
    });
  });
});
