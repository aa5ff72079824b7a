/**
 * Reports of ad platforms by their own headers, with their title and footer lines and totals. `from` is the public page where the names were
 * read, or says that they are written from memory.
 */
import { describe, expect, it } from 'vitest';
import { importSpend } from '../../../src/intake/csv/import-spend.ts';
import { findSpendBetween } from '../../../src/store/money/spend.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { csvFile, request } from '../../support/csv.ts';

const MEMORY = 'from memory';

interface AdReport {
  platform: string;
  from: string;
  text: string;
  /** Source, campaign, days, minor units, currency. */
  spend: string[];
  /** Lines that are no amounts. */
  leftOut: number[];
}

const LINKEDIN =
  'Start Date (in UTC),Account Name,Currency,Campaign Group Name,Campaign Group ID,Campaign Name,Campaign ID,Campaign Type,Campaign Objective,Campaign Start Date,Campaign End Date,Total Spent,Impressions,Clicks';
const linkedIn = (day: string, name: string, amount: string) =>
  `${day},Harbour Hotels,EUR,Default,600111222,${name},312345678,Sponsored Content,Lead generation,10/1/2026,12/31/2026,${amount},1000,4`;

const REPORTS: readonly AdReport[] = [
  {
    platform: 'LinkedIn Campaign Manager, by day',
    // "Total Spent" as in https://twominutereports.com/linkedin-ads-metrics-and-dimensions.
    from: MEMORY,
    text: [
      ...['Campaign Performance Report (in UTC)', 'Report Start: 11/1/2026', 'Report End: 11/13/2026', ''],
      ...[
        LINKEDIN,
        linkedIn('11/1/2026', 'B2B hotels', '33.33'),
        linkedIn('11/13/2026', 'B2B hotels', '"1,033.34"'),
      ],
    ].join('\n'),
    spend: [
      'LinkedIn, B2B hotels, 2026-11-01, 2026-11-01, 3333 EUR',
      'LinkedIn, B2B hotels, 2026-11-13, 2026-11-13, 103334 EUR',
    ],
    leftOut: [],
  },
  {
    platform: 'LinkedIn Campaign Manager, the whole time at once',
    from: MEMORY,
    text: [
      ...['Campaign Performance Report (in UTC)', '"Report Start: November 1, 2026, 12:00 AM"'],
      ...['"Report End: November 30, 2026, 11:59 PM"', '"Date Generated: December 1, 2026, 9:14 AM"', ''],
      ...[LINKEDIN, linkedIn('11/1/2026', 'B2B hotels', '900.00')],
    ].join('\n'),
    spend: ['LinkedIn, B2B hotels, 2026-11-01, 2026-11-30, 90000 EUR'],
    leftOut: [],
  },
  {
    platform: 'TikTok Ads, by day',
    // The names of the campaign and of the days from memory.
    from: 'https://ads.tiktok.com/help/article/basic-data',
    text: [
      'Campaign name,By Day,Campaign ID,Currency,Cost,CPC (destination),CPM,Impressions,Clicks (destination)',
      'Hotels Q4,2026-11-01,1780000000000001,EUR,12.50,0.20,2.10,1000,60',
      'Spas,2026-11-01,1780000000000002,EUR,7.50,0.20,2.10,1000,60',
      'Hotels Q4,2026-11-02,1780000000000001,EUR,10.00,0.20,2.10,1000,60',
      'Total of 3 results,-,-,EUR,30.00,0.20,2.10,3000,180',
    ].join('\n'),
    spend: [
      'TikTok, Hotels Q4, 2026-11-01, 2026-11-01, 1250 EUR',
      'TikTok, Hotels Q4, 2026-11-02, 2026-11-02, 1000 EUR',
      'TikTok, Spas, 2026-11-01, 2026-11-01, 750 EUR',
    ],
    leftOut: [5],
  },
  {
    platform: 'Microsoft Advertising, from its pages',
    // Title and footer lines: https://gist.github.com/fivetwentysix/4528591. That its names are written with blanks here from memory.
    from: 'https://learn.microsoft.com/en-us/advertising/reporting-service/campaignperformancereportcolumn',
    text: [
      ...[
        '"Report Name: Campaign performance"',
        '"Report Time: 11/1/2026,11/13/2026"',
        '"Time Zone: (GMT+01:00) Berlin"',
      ],
      ...[
        '"Last Completed Available Day: 11/14/2026 5:00:00 AM (GMT)"',
        '"Report Aggregation: Daily"',
        '"Report Filter: "',
      ],
      ...['"Potential Incomplete Data: true"', '"Rows: 2"', ''],
      '"Gregorian date","Account name","Campaign","Campaign ID","Currency code","Impressions","Clicks","Spend"',
      '"11/1/2026","Harbour","Hotels Q4","777000111","USD","900","22","31.50"',
      '"11/13/2026","Harbour","Spas","777000112","USD","900","22","1,031.50"',
      '',
      '"©2026 Microsoft Corporation. All rights reserved. "',
    ].join('\n'),
    spend: [
      'Microsoft Advertising, Hotels Q4, 2026-11-01, 2026-11-01, 3150 USD',
      'Microsoft Advertising, Spas, 2026-11-13, 2026-11-13, 103150 USD',
    ],
    leftOut: [14],
  },
  {
    platform: 'Microsoft Advertising, from its API as others hand it on',
    from: 'https://cdn.cdata.com/help/EZH/cis/pg_table-adperformancereport.htm',
    text: [
      'GregorianDate,AccountName,CampaignName,CampaignId,CurrencyCode,Impressions,Clicks,Spend',
      '2026-11-01,Harbour,Hotels Q4,777000111,EUR,900,22,31.50',
    ].join('\n'),
    spend: ['Microsoft Advertising, Hotels Q4, 2026-11-01, 2026-11-01, 3150 EUR'],
    leftOut: [],
  },
  {
    platform: 'Microsoft Advertising, from its API',
    from: 'https://learn.microsoft.com/advertising/guides/reports',
    text: [
      'TimePeriod,AccountName,CampaignName,CampaignId,CurrencyCode,Impressions,Clicks,Spend',
      '2026-11-01,Harbour,Hotels Q4,777000111,EUR,900,22,31.50',
    ].join('\n'),
    spend: ['Microsoft Advertising, Hotels Q4, 2026-11-01, 2026-11-01, 3150 EUR'],
    leftOut: [],
  },
  {
    platform: 'Microsoft Advertising, by week',
    from: 'https://learn.microsoft.com/advertising/reporting-service/reportaggregation',
    text: [
      '"Report Name: Campaign performance"',
      '"Report Time: 11/1/2026,11/14/2026"',
      '"Report Aggregation: Weekly"',
      '',
      '"TimePeriod","AccountName","CampaignName","CampaignId","CurrencyCode","Spend"',
      '"2026-11-01","Harbour","Hotels Q4","777000111","EUR","70.00"',
      '"2026-11-08","Harbour","Hotels Q4","777000111","EUR","140.00"',
    ].join('\n'),
    spend: [
      'Microsoft Advertising, Hotels Q4, 2026-11-01, 2026-11-07, 7000 EUR',
      'Microsoft Advertising, Hotels Q4, 2026-11-08, 2026-11-14, 14000 EUR',
    ],
    leftOut: [],
  },
  {
    platform: 'Google Ads, by week',
    from: MEMORY,
    text: [
      'Campaign report',
      '"November 2, 2026 - November 15, 2026"',
      'Week,Campaign,Currency code,Cost,Impr.',
      '2026-11-02,Hotels Q4,EUR,70.00,900',
      '2026-11-09,Hotels Q4,EUR,140.00,900',
    ].join('\n'),
    spend: [
      'Google Ads, Hotels Q4, 2026-11-02, 2026-11-08, 7000 EUR',
      'Google Ads, Hotels Q4, 2026-11-09, 2026-11-15, 14000 EUR',
    ],
    leftOut: [],
  },
  {
    platform: 'Google Ads, by month',
    from: MEMORY,
    text: [
      'Campaign report',
      '"October 1, 2026 - November 30, 2026"',
      'Month,Campaign,Currency code,Cost,Impr.',
      '2026-10-01,Hotels Q4,EUR,310.00,900',
      '2026-11-01,Hotels Q4,EUR,300.00,900',
    ].join('\n'),
    spend: [
      'Google Ads, Hotels Q4, 2026-10-01, 2026-10-31, 31000 EUR',
      'Google Ads, Hotels Q4, 2026-11-01, 2026-11-30, 30000 EUR',
    ],
    leftOut: [],
  },
];

async function counted(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) => findSpendBetween(tx, '2000-01-01', '2100-01-01'));
  return rows
    .map(({ source, campaign, from, to, amount }) =>
      [source, campaign, from, to, `${amount.minor} ${amount.currency}`].join(', '),
    )
    .toSorted();
}

describe('a report of an ad platform comes in as it was exported', () => {
  it.each(REPORTS)('$platform ($from)', async ({ text, spend, leftOut }) => {
    const ctx = await testContext('sqlite');
    const file = csvFile(`${text}\n`);
    const report = await importSpend(ctx, request(file));
    expect(report).toMatchObject({ refused: [], taken: spend.length });
    expect(report.totalLines ?? []).toEqual(leftOut);
    expect(await counted(ctx)).toEqual(spend);
    // Exported again it is the same.
    expect(await importSpend(ctx, request(file))).toMatchObject({ taken: 0, unchanged: spend.length });
  });

  it('also with a tab between its cells, a currency in its header, and a comma for cents', async () => {
    const ctx = await testContext('sqlite');
    const text =
      'Campaign name\tBy Day\tCost (GBP)\nHotels Q4\t2026-11-01\t1.012,50\nSpas\t2026-11-01\t7,50\n';
    await importSpend(ctx, request(csvFile(text)));
    expect(await counted(ctx)).toEqual([
      'TikTok, Hotels Q4, 2026-11-01, 2026-11-01, 101250 GBP',
      'TikTok, Spas, 2026-11-01, 2026-11-01, 750 GBP',
    ]);
  });
});
