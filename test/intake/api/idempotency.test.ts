import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/domain/time/duration.ts';
import { forgetDeliveries } from '../../../src/usecases/delivery/forget-deliveries.ts';
import { DIALECTS } from '../../support/databases.ts';
import { countLeads, testServer } from '../../support/test-server.ts';

/** Without an external id: only the key tells a repetition. */
const BEN = { source: 'Fair', name: 'Ben of Linden Clinics' };
const KEY = { 'idempotency-key': 'delivery-1' };

for (const dialect of DIALECTS) {
  describe(`the Idempotency-Key on ${dialect}`, () => {
    it('gives a repeated call the first answer, and no second lead', async () => {
      const server = await testServer(dialect);
      const first = await server.post('/api/leads', BEN, KEY);
      const again = await server.post('/api/leads', BEN, KEY);
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      expect(await countLeads(server.context)).toBe(1);
    });

    it('has one effect when ten such calls arrive at once', async () => {
      const server = await testServer(dialect);
      const replies = await Promise.all(
        Array.from({ length: 10 }, () => server.post('/api/leads', BEN, KEY)),
      );
      expect(new Set(replies.map((reply) => `${reply.status} ${reply.body.leads[0].id}`)).size).toBe(1);
      expect(await countLeads(server.context)).toBe(1);
    });

    it('is refused with another body', async () => {
      const server = await testServer(dialect);
      await server.post('/api/leads', BEN, KEY);
      const other = await server.post('/api/leads', { ...BEN, name: 'Somebody else' }, KEY);
      expect(other).toMatchObject({ status: 422, body: { problems: [{ field: 'Idempotency-Key' }] } });
      expect(await countLeads(server.context)).toBe(1);
    });

    it('is forgotten after 30 days', async () => {
      const server = await testServer(dialect);
      await server.post('/api/leads', BEN, KEY);
      server.context.clock.move(29 * DAY);
      expect(await forgetDeliveries(server.context)).toBe(0);
      server.context.clock.move(2 * DAY);
      expect(await forgetDeliveries(server.context)).toBe(1);
      expect((await server.post('/api/leads', BEN, KEY)).body.leads[0].id).toBe('lead_0002');
    });

    it('is free again after a refusal', async () => {
      const server = await testServer(dialect);
      const unknown = { externalId: 'w-1', outcome: 'won' };
      expect((await server.post('/api/outcomes', unknown, KEY)).status).toBe(404);
      await server.post('/api/leads', { ...BEN, externalId: 'w-1' });
      expect((await server.post('/api/outcomes', unknown, KEY)).status).toBe(200);
    });
  });
}

describe('the Idempotency-Key', () => {
  it('counts for one route alone', async () => {
    const server = await testServer('sqlite');
    await server.post('/api/leads', BEN, KEY);
    const spend = { side: 'sales', from: '2026-11-01', to: '2026-11-30', amount: 9000, currency: 'EUR' };
    expect((await server.post('/api/spend', spend, KEY)).status).toBe(201);
  });

  it('must be fit to be kept', async () => {
    const server = await testServer('sqlite');
    const reply = await server.post('/api/leads', BEN, { 'idempotency-key': 'x'.repeat(256) });
    expect(reply.status).toBe(400);
  });
});
