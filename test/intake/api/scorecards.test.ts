import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../support/databases.ts';
import { testServer } from '../../support/test-server.ts';

const SPEND = {
  side: 'marketing',
  source: 'Webinar',
  from: '2026-11-16',
  to: '2026-11-22',
  amount: 700,
  currency: 'EUR',
};

for (const dialect of DIALECTS) {
  describe(`GET /api/scorecards/:week on ${dialect}`, () => {
    it('shows a week as it stands: figures with what they are made of, amounts in major units', async () => {
      const server = await testServer(dialect);
      await server.post('/api/leads', [
        { source: 'Webinar', externalId: '1', name: 'Dana Whitfield' },
        { source: 'Webinar', externalId: '2', name: 'Omar of Linden Clinics' },
      ]);
      await server.post('/api/spend', SPEND);
      const { status, body } = await server.get('/api/scorecards/2026-W47');
      expect(status).toBe(200);
      expect(body).toMatchObject({ week: '2026-W47', from: '2026-11-16', publishedAt: null, spend: 700 });
      expect(body.metrics.leads.now).toEqual({ kind: 'count', value: 2 });
      expect(body.metrics.costPerLead.now).toEqual({
        kind: 'cost',
        value: 350,
        spend: 700,
        per: 2,
        currency: 'EUR',
        tooFew: true,
      });
      expect(body.metrics.qualifiedRate.now).toMatchObject({ value: 0, part: 0, of: 2 });
      expect(body.sources).toMatchObject([{ source: 'Webinar', leads: 2, spend: 700 }]);
    });
  });
}

for (const dialect of DIALECTS)
  it(`refuses what is not a week, or one that no team has seen, on ${dialect}`, async () => {
    const server = await testServer(dialect);
    for (const week of [
      '2026-W54',
      '2026-47',
      'now',
      '0000-W01',
      '0001-W01',
      '9999-W52',
      '-001-W01',
      '2026-W5٣',
    ])
      expect(await server.get(`/api/scorecards/${encodeURIComponent(week)}`)).toMatchObject({
        status: 422,
        type: 'application/problem+json; charset=utf-8',
      });
    for (const week of ['1970-W01', '2999-W52'])
      expect(await server.get(`/api/scorecards/${week}`)).toMatchObject({ status: 200, body: { week } });
  });
