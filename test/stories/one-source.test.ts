/** shared/cases/07, 09 and 33: one source, one campaign, one lead, whatever they are called. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportBy } from '../../src/domain/report/report-keys.ts';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import { importSpend } from '../../src/intake/csv/import-spend.ts';
import type { Context } from '../../src/usecases/context.ts';
import { loadReport } from '../../src/usecases/report/build-report.ts';
import { testContext } from '../support/context.ts';
import { request, sharedCase } from '../support/csv.ts';
import { DIALECTS } from '../support/databases.ts';
import { webhookServer } from '../support/webhook-server.ts';
import { WEBHOOKS } from '../support/webhooks.ts';

const BYTES = sharedCase('09-one-name-other-bytes/leads.csv');
const CAMPAIGN = sharedCase('07-campaign-id-and-name/report.csv');
const RENAMED = sharedCase('33-renamed-source/typeform.json');

async function lines(ctx: Context, by: ReportBy) {
  const { rows } = await loadReport(ctx, { from: '2025-11-01', to: '2025-11-30', by });
  return rows.map(({ key, leads, spend, costPerLead }) => [key, leads, spend, costPerLead]);
}

for (const dialect of DIALECTS)
  describe(`one thing under several names, on ${dialect}`, () => {
    it.skipIf(!BYTES)('shared/cases/09: of two bytes for é and other capitals come two lines', async () => {
      const ctx = await testContext(dialect);
      await importLeads(ctx, request(BYTES ?? ''), 'none');
      await importSpend(ctx, request((BYTES ?? '').replace('leads.csv', 'spend.csv')));
      expect(await lines(ctx, 'source')).toEqual([
        ['Café Expo', 3, 900, 300],
        ['Facebook', 2, 300, 150],
      ]);
    });

    it.skipIf(!CAMPAIGN)(
      'shared/cases/07: leads with a campaign’s id meet the name of its report',
      async () => {
        const server = await webhookServer(dialect);
        server.context.clock.moveTo(Date.parse('2025-11-20T10:00:00Z'));
        for (const lead of ['lead-1.json', 'lead-2.json']) {
          const body = JSON.parse(readFileSync((CAMPAIGN ?? '').replace('report.csv', lead), 'utf8'));
          await server.deliver('google-ads', { ...body, google_key: WEBHOOKS.secrets.GOOGLE_ADS_KEY });
        }
        await importSpend(server.context, request(CAMPAIGN ?? ''));
        expect(await lines(server.context, 'campaign')).toEqual([['Hotels Q4', 2, 600, 300]]);
        expect(await lines(server.context, 'source')).toEqual([['Google Ads', 2, 600, 300]]);
      },
    );

    it.skipIf(!RENAMED)('shared/cases/33: a source that is renamed makes no second lead', async () => {
      const server = await webhookServer(dialect);
      const body = JSON.parse(readFileSync(RENAMED ?? '', 'utf8'));
      for (const query of ['?source=Spring', '?source=Spring%202026'])
        await server.deliver('typeform', body, query);
      const bo = { externalId: 'crm-7', name: 'Bo Lind', email: 'bo@two.example' };
      for (const source of ['Webinar', 'Webinars']) await server.post('/api/leads', { ...bo, source });
      expect((await server.leads()).map(({ source }) => source)).toEqual(['Spring', 'Webinar']);
      const won = { externalId: 'crm-7', outcome: 'won', value: '500' };
      expect(await server.post('/api/outcomes', won)).toMatchObject({ status: 200 });
    });
  });
