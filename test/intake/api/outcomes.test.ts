import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../support/databases.ts';
import { testServer } from '../../support/test-server.ts';

const DANA = { source: 'Webinar', externalId: '17', name: 'Dana Whitfield' };

for (const dialect of DIALECTS) {
  describe(`POST /api/outcomes on ${dialect}`, () => {
    it('records a won lead with its value, in the currency that is named or the team’s', async () => {
      const server = await testServer(dialect);
      const { body } = await server.post('/api/leads', [DANA, { ...DANA, externalId: '18' }]);
      const [dana, ben] = body.leads.map((lead: { id: string }) => lead.id);
      const won = {
        leadId: dana,
        outcome: 'won',
        value: '18000.50',
        currency: 'usd',
        at: '2026-11-16T10:00:00Z',
      };
      const reply = await server.post('/api/outcomes', [won, { externalId: 18, outcome: 'won', value: 9 }]);
      expect(reply).toMatchObject({
        status: 200,
        body: { outcomes: [{ leadId: dana, status: 'recorded' }, {}] },
      });
      expect((await server.get(`/api/leads/${dana}`)).body).toMatchObject({
        state: 'won',
        value: { amount: 18000.5, currency: 'USD' },
        closedAt: '2026-11-16T10:00:00Z',
      });
      expect((await server.get(`/api/leads/${ben}`)).body.value).toEqual({ amount: 9, currency: 'EUR' });
    });

    it('takes numbers for texts, and a date in any layout that names its zone', async () => {
      const server = await testServer(dialect);
      await server.post('/api/leads', { ...DANA, source: 2026 });
      const won = { source: 2026, externalId: 17, outcome: 'won', at: '16. November 2026 11:00 MEZ' };
      expect((await server.post('/api/outcomes', won)).body.outcomes).toMatchObject([{ status: 'recorded' }]);
    });

    it('says so when it is told nothing new', async () => {
      const server = await testServer(dialect);
      await server.post('/api/leads', DANA);
      const lost = { externalId: '17', outcome: 'lost', at: '2026-11-16T10:00:00Z' };
      await server.post('/api/outcomes', lost);
      const again = await server.post('/api/outcomes', lost);
      expect(again).toMatchObject({ status: 200, body: { outcomes: [{ status: 'unchanged' }] } });
    });

    it('asks for the source where two sources have the same external id', async () => {
      const server = await testServer(dialect);
      await server.post('/api/leads', [DANA, { ...DANA, source: 'Fair' }]);
      const won = { externalId: '17', outcome: 'won' };
      expect(await server.post('/api/outcomes', won)).toMatchObject({ status: 409 });
      expect(await server.post('/api/outcomes', { ...won, source: 'Fair' })).toMatchObject({ status: 200 });
    });

    it('records none of an array of which one lead is not there', async () => {
      const server = await testServer(dialect);
      const { body } = await server.post('/api/leads', DANA);
      const reply = await server.post('/api/outcomes', [
        { externalId: '17', outcome: 'won' },
        { externalId: 'nobody', outcome: 'won' },
      ]);
      expect(reply).toMatchObject({ status: 404, body: { problems: [{ field: '1' }] } });
      expect((await server.get(`/api/leads/${body.leads[0].id}`)).body.state).toBe('new');
    });
  });
}

describe('POST /api/outcomes', () => {
  it('names every bad field', async () => {
    const server = await testServer('sqlite');
    const reply = await server.post('/api/outcomes', {
      outcome: 'maybe',
      value: 'a lot',
      currency: 'EURO',
      at: 7,
    });
    expect(reply.status).toBe(422);
    expect(reply.body.problems).toEqual([
      { field: 'outcome', message: 'must be "won" or "lost"' },
      { field: 'value', message: 'must be a decimal number such as 1234.50' },
      { field: 'currency', message: 'must be an ISO 4217 code such as EUR' },
      { field: 'at', message: 'must be an instant with its zone such as 2026-11-16T09:30:00+01:00' },
      { field: 'leadId', message: 'is required unless externalId, email or website is given' },
    ]);
  });
});
