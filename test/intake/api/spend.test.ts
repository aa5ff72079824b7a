import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../support/databases.ts';
import { type TestServer, testServer } from '../../support/test-server.ts';

const NOVEMBER = {
  side: 'marketing',
  campaign: 'Hotels Q4',
  from: '2026-11-01',
  to: '2026-11-30',
  amount: '1200.5',
  currency: 'EUR',
};

function recorded({ context }: TestServer) {
  return context.db.transaction((tx) => tx.sql.selectFrom('spend').selectAll().execute());
}

for (const dialect of DIALECTS) {
  describe(`POST /api/spend on ${dialect}`, () => {
    it('records amounts in minor units, one or many at once', async () => {
      const server = await testServer(dialect);
      const yen = { ...NOVEMBER, side: 'sales', amount: 5000, currency: 'jpy' };
      const reply = await server.post('/api/spend', [NOVEMBER, yen]);
      expect(reply.status).toBe(201);
      expect(reply.body.spend).toHaveLength(2);
      const rows = await recorded(server);
      expect(rows.map((row) => [row.side, row.amountMinor, row.currency, row.recordedBy])).toEqual([
        ['marketing', 120050, 'EUR', 'api'],
        ['sales', 5000, 'JPY', 'api'],
      ]);
    });

    it('counts a call that is repeated under its key once', async () => {
      const server = await testServer(dialect);
      const key = { 'idempotency-key': 'november' };
      const first = await server.post('/api/spend', NOVEMBER, key);
      expect((await server.post('/api/spend', NOVEMBER, key)).body).toEqual(first.body);
      expect(await recorded(server)).toHaveLength(1);
    });
  });
}

describe('an amount of other programs', () => {
  it.each([
    ['2026-11-01T00:00:00Z', '2026-11-30T00:00:00.000Z'],
    ['Nov 1, 2026', '30 novembre 2026'],
    ['01.11.2026', '30.11.2026'],
    [46327, 46356],
    ['20261101', '2026/11/30'],
  ])('has its days as they write them: %s', async (from, to) => {
    const server = await testServer('sqlite');
    const reply = await server.post('/api/spend', { ...NOVEMBER, from, to, campaign: 20999888777 });
    expect(reply.status).toBe(201);
    expect(await recorded(server)).toMatchObject([
      { fromDate: '2026-11-01', toDate: '2026-11-30', campaign: '20999888777' },
    ]);
  });

  it.each(['03/04/2026', '2026-11-01T10:00:00Z', 'last week', '2026-02-30', true])(
    'is refused on a day that is none, or may be two: %s',
    async (from) => {
      const server = await testServer('sqlite');
      const reply = await server.post('/api/spend', { ...NOVEMBER, from });
      expect(reply).toMatchObject({ status: 422 });
      expect(JSON.stringify(reply.body)).toContain('must be a day such as 2026-11-16');
    },
  );
});

describe('the ledger over the API', () => {
  it('a newer amount stands for the older one; the ledger is listed, and what is taken back makes room again', async () => {
    const server = await testServer('sqlite');
    const first = await server.post('/api/spend', NOVEMBER);
    const second = await server.post('/api/spend', { ...NOVEMBER, amount: 900 });
    expect(second.body.spend).toMatchObject([{ replaced: 1 }]);
    const list = async (wish = '') => (await server.get(`/api/spend${wish}`)).body;
    expect(await list()).toMatchObject({ spend: [{ amount: 900, campaign: 'Hotels Q4' }], isCut: false });
    expect(await list('?to=2026-10-31')).toMatchObject({ spend: [] });
    const [{ id }] = second.body.spend;
    expect((await server.delete(`/api/spend/${id}`)).status).toBe(200);
    expect((await server.delete(`/api/spend/${id}`)).status).toBe(404);
    expect(await list('?all=true&from=2026-11-30')).toMatchObject({
      spend: [
        { id, state: 'withdrawn' },
        { id: first.body.spend[0].id, state: 'counted', amount: 1200.5 },
      ],
    });
    expect((await server.get('/api/spend?from=soon')).status).toBe(422);
  });

  it('keeps what an amount was for, and by it tells two of them apart', async () => {
    const server = await testServer('sqlite');
    const noted = (note: string) => server.post('/api/spend', { ...NOVEMBER, note });
    await noted('Agency');
    expect((await noted('Tools')).body.spend).toMatchObject([{ replaced: 0 }]);
    const { body } = await server.get('/api/spend');
    expect(body.spend.map(({ note }: { note: string }) => note).sort()).toEqual(['Agency', 'Tools']);
    expect((await noted('x'.repeat(201))).body.problems).toMatchObject([{ field: 'note' }]);
  });

  it('asks about days that are covered in part, and takes the answer', async () => {
    const server = await testServer('sqlite');
    await server.post('/api/spend', NOVEMBER);
    const week = { ...NOVEMBER, to: '2026-11-07', amount: 300 };
    const refused = await server.post('/api/spend', [week, { ...week, campaign: 'Spas' }]);
    expect(refused.status).toBe(422);
    expect(refused.body.problems).toMatchObject([{ field: '0.from' }]);
    expect((await server.post('/api/spend', { ...week, overlap: 'add' })).status).toBe(201);
  });
});

describe('POST /api/spend', () => {
  it.each([
    ['more than two years', { from: '2024-11-01', to: '2026-11-01' }, 'must be within 2 years of "from"'],
    ['days beyond the end of next year', { to: '2028-01-01' }, 'must not be after the end of next year'],
  ])('refuses %s', async (_, days, message) => {
    const server = await testServer('sqlite');
    const reply = await server.post('/api/spend', { ...NOVEMBER, ...days });
    expect(reply.body.problems).toEqual([{ field: 'to', message }]);
  });

  it('names every bad field and records nothing', async () => {
    const server = await testServer('sqlite');
    const reply = await server.post('/api/spend', [NOVEMBER, { from: '2026-02-30', to: '', amount: -5 }]);
    expect(reply.status).toBe(422);
    expect(reply.body.problems).toEqual([
      { field: '1.side', message: 'is required' },
      { field: '1.from', message: 'must be a day such as 2026-11-16' },
      { field: '1.to', message: 'is required' },
      { field: '1.amount', message: 'must not be negative' },
      { field: '1.currency', message: 'is required' },
    ]);
    expect(await recorded(server)).toEqual([]);
  });

  it('refuses days that end before they begin', async () => {
    const server = await testServer('sqlite');
    const reply = await server.post('/api/spend', { ...NOVEMBER, to: '2026-10-31' });
    expect(reply.body.problems).toEqual([{ field: 'to', message: 'must not be before "from"' }]);
  });
});
