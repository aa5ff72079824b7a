import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { importLeads } from '../../../src/intake/csv/import-leads.ts';
import { importSpend } from '../../../src/intake/csv/import-spend.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { csvFile, request, sharedData } from '../../support/csv.ts';

const GOOGLE = sharedData('exports/google_ads_ui.campaign_report.INR.csv');
const META = sharedData('exports/meta_lead_ads.export.REDACTED.csv');
const CENTER = sharedData('exports/facebook_leads_center.export.csv');
const EVENT = sharedData('exports/eventbrite_attendees.export_sample.csv');
const SPEND_2024 = sharedData('ad_spend/global_ads_performance_dataset.csv');

/** The same text as Windows and Excel write it. */
const VARIANTS: [string, (text: string) => Buffer][] = [
  ['as it came', (text) => Buffer.from(text)],
  ['in UTF-8 with a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['in UTF-16 with a byte order mark', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['in UTF-16 without one', (text) => iconv.encode(text, 'utf-16le', { addBOM: false })],
];

function leadsOf(ctx: TestContext) {
  return ctx.db.transaction((tx) => tx.sql.selectFrom('lead').selectAll().orderBy('id').execute());
}

function spendOf(ctx: TestContext) {
  return ctx.db.transaction((tx) => tx.sql.selectFrom('spend').selectAll().orderBy('id').execute());
}

describe.each(VARIANTS)('real exports %s, by their headers alone', (_, varied) => {
  const copy = (path: string | null) => csvFile(varied(readFileSync(path ?? '', 'utf8')));

  it.skipIf(!GOOGLE)(
    'Google Ads: spend of the title’s days, in its currency, without the totals',
    async () => {
      const ctx = await testContext('sqlite');
      const file = copy(GOOGLE);
      const seen: [number, number][] = [];
      const onProgress = (done: number, inAll: number) => seen.push([done, inAll]);
      expect(await importSpend(ctx, request(file, { onProgress }))).toEqual({
        ...{
          rows: 2,
          taken: 2,
          unchanged: 0,
          refusedRows: 0,
          refused: [],
          reasons: [],
          totals: 4,
          totalLines: [6, 7, 8, 9],
        },
      });
      expect(seen).toEqual([[6, 6]]);
      const days = { fromDate: '2025-07-08', toDate: '2025-07-31', currency: 'INR', side: 'marketing' };
      expect(await spendOf(ctx)).toMatchObject([
        { ...days, source: 'Google Ads', campaign: 'Video views - 2025-07-19', amountMinor: 166_167 },
        { ...days, source: 'Google Ads', campaign: 'MH-m-sand', amountMinor: 90_426 },
      ]);
      expect(await importSpend(ctx, request(file))).toMatchObject({ taken: 0, unchanged: 2 });
    },
  );

  it.skipIf(!META)('Meta lead ads: prefixes go, offsets count, the test lead is marked', async () => {
    const ctx = await testContext('sqlite');
    ctx.clock.moveTo(Date.parse('2026-07-20T00:00:00Z'));
    expect(await importLeads(ctx, request(copy(META)), 'recent')).toEqual({
      ...{
        rows: 4,
        taken: 4,
        unchanged: 0,
        refusedRows: 0,
        refused: [],
        reasons: [],
        withoutSource: 0,
        tests: 1,
      },
    });
    const leads = await leadsOf(ctx);
    expect(leads).toMatchObject([
      {
        ...{ source: 'Meta', externalId: '2046983545902460', phone: '+61491570156', isTest: 0 },
        ...{ name: 'Redacted One', email: 'redacted1@example.com', campaign: 'קמפיין לידים 13.7' },
        receivedAt: Date.parse('2026-07-16T00:12:13+03:00'),
      },
      { externalId: '1075817815004880', isTest: 0 },
      { isTest: 1, receivedAt: Date.parse('2026-07-16T03:17:00-05:00') },
      { externalId: '555', name: 'Surname, Given', receivedAt: Date.parse('2026-07-10T10:00:00+10:00') },
    ]);
    expect(JSON.parse(leads[0]?.fields ?? '')).toMatchObject({ ad_id: '1', form_id: '1', platform: 'fb' });
  });

  it.skipIf(!CENTER)('Facebook Leads Center: American dates with two digits of the year', async () => {
    const ctx = await testContext('sqlite');
    const report = await importLeads(ctx, request(copy(CENTER), { timezone: 'UTC' }), 'recent');
    expect(report).toMatchObject({
      rows: 2,
      taken: 2,
      refusedRows: 0,
      refused: [],
      reasons: [],
      withoutSource: 0,
    });
    expect(await leadsOf(ctx)).toMatchObject([
      {
        ...{ source: 'Fakebiz Tips & Offers', name: 'Jane Doe', email: 'janedoe@yahoo.com' },
        ...{ phone: '+17405555555', receivedAt: Date.parse('2021-02-18T11:08:00Z') },
      },
      { name: 'Janet Doe Smith', receivedAt: Date.parse('2021-02-17T23:39:00Z') },
    ]);
  });

  it.skipIf(!EVENT)('Eventbrite: attendees by their own number, first and last names joined', async () => {
    const ctx = await testContext('sqlite');
    const report = await importLeads(ctx, request(copy(EVENT), { timezone: 'UTC' }), 'recent');
    expect(report).toMatchObject({
      rows: 2,
      taken: 2,
      refusedRows: 0,
      refused: [],
      reasons: [],
      withoutSource: 0,
    });
    const leads = await leadsOf(ctx);
    expect(leads).toMatchObject([
      {
        ...{ source: 'Eventbrite', externalId: '18441583423', name: 'John Doe', title: 'JobTitle1' },
        ...{ company: 'Company1Name', email: 'jdoe1@test1mail.com', isTest: 0 },
        receivedAt: Date.parse('2024-11-29T22:28:00Z'),
      },
      { externalId: '18441700883', name: 'Jane Doe' },
    ]);
    expect(JSON.parse(leads[0]?.fields ?? '')).toMatchObject({ 'Ticket Type': 'General Admission' });
  });
});

it.skipIf(!SPEND_2024)('a year of advertising by platform comes to its known sum', async () => {
  const ctx = await testContext('sqlite');
  expect(await importSpend(ctx, request(SPEND_2024 ?? ''))).toMatchObject({ taken: 1_800, refused: [] });
  const spend = await spendOf(ctx);
  expect(spend.reduce((sum, row) => sum + row.amountMinor, 0)).toBe(1_110_874_909);
  expect(new Set(spend.map((row) => row.source))).toContain('TikTok Ads');
});

describe('what the person who imports says', () => {
  it('wins over what we know of the program', async () => {
    const [one, other] = [await testContext('sqlite'), await testContext('sqlite')];
    const file = csvFile('id,created_time,form_id,platform,email\nl:1,2026-11-16,f:1,ig,a@x.example\n');
    await importLeads(one, request(file, { map: { source: 'platform' } }), 'none');
    await importLeads(other, request(file, { set: { source: 'Fair' } }), 'none');
    expect([...(await leadsOf(one)), ...(await leadsOf(other))].map((lead) => lead.source)).toEqual([
      'ig',
      'Fair',
    ]);
  });
});

describe('a report', () => {
  const rows =
    'Campaign\tCost\tImpr.\tCurrency code\nHotels\t"1,500.50"\t9\tEUR\nTotal: Account\t"1,500.50"\t9\tEUR\n';
  it.each([
    ['July 8, 2025 - July 31, 2025', '2025-07-08', '2025-07-31'],
    ['1 Sept 2025 – 30 Sept 2025', '2025-09-01', '2025-09-30'],
    ['2025-07-08 - 2025-07-31', '2025-07-08', '2025-07-31'],
  ])('between tabs, of %s', async (title, fromDate, toDate) => {
    const ctx = await testContext('sqlite');
    const file = csvFile(iconv.encode(`Campaign report\n${title}\n${rows}`, 'utf-16le', { addBOM: true }));
    expect(await importSpend(ctx, request(file))).toMatchObject({ taken: 1, refused: [], totals: 1 });
    expect(await spendOf(ctx)).toMatchObject([{ fromDate, toDate, amountMinor: 150_050 }]);
  });

  it('whose rows have days of their own goes by those', async () => {
    const ctx = await testContext('sqlite');
    const file = csvFile(
      'Campaign report\n"July 8, 2025 - July 31, 2025"\nDay,Campaign,Cost,Impr.,Currency code\n2025-07-09,Hotels,5,1,EUR\n',
    );
    await importSpend(ctx, request(file));
    expect(await spendOf(ctx)).toMatchObject([{ fromDate: '2025-07-09', toDate: '2025-07-09' }]);
  });

  it('that says no days is refused as a whole, with what to add', async () => {
    const ctx = await testContext('sqlite');
    const file = csvFile(rows.replaceAll('\t', ';'));
    await expect(importSpend(ctx, request(file))).rejects.toThrow('--set from=VALUE');
  });

  it('of a campaign called "Total Comfort" counts it', async () => {
    const ctx = await testContext('sqlite');
    const file = csvFile('campaign,date,ad_spend\nTotal Comfort,2026-11-01,5\nGrand total,,5\n');
    expect(await importSpend(ctx, request(file))).toMatchObject({ taken: 1, refused: [], totals: 1 });
  });
});

it('a list of one column is not taken for a report with titles', async () => {
  const ctx = await testContext('sqlite');
  const file = csvFile('email\nana@x.example\nben@x.example\n');
  expect(await importLeads(ctx, request(file, { set: { source: 'List' } }), 'none')).toMatchObject({
    taken: 2,
  });
});
