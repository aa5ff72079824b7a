import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { csvFile, sharedData } from '../support/csv.ts';

const LEADS = sharedData('olist/olist_marketing_qualified_leads_dataset.csv');
const DEALS = sharedData('olist/olist_closed_deals_dataset.csv');
const ADS = sharedData('facebook_ads/KAG_conversion_data.csv');

/** Origin, leads, won, value, median days. */
const OLIST = [
  ['organic_search', 2296, 271, 51_426_000, 14],
  ['paid_search', 1586, 195, 9_169_000, 15],
  ['social', 1350, 75, 501_000, 30],
  ['unknown', 1099, 179, 463_006, 11],
  ['direct_traffic', 499, 56, 60_000, 10],
  ['email', 493, 15, 15_000, 21],
  ['referral', 284, 24, 0, 18.5],
  ['other', 150, 4, 0, 9],
  ['display', 118, 6, 0, 8.5],
  ['other_publicities', 65, 3, 0, 35],
  ['(no source)', 60, 14, 150_000, 7.5],
];

it.skipIf(!LEADS || !DEALS)(
  'the Olist files import with two commands, and again without change',
  async () => {
    const tango = commandLine();
    const report = async () => {
      const { stdout } = await tango(
        'report',
        '--from',
        '2017-06-14',
        '--to',
        '2018-05-31',
        '--by',
        'source',
        '--json',
      );
      return JSON.parse(stdout);
    };
    const began = performance.now();
    const leads = await tango('leads', 'import', LEADS ?? '');
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(leads.stdout).toContain(
      '8,000 rows, 8,000 imported, 0 here already, 0 refused.\n60 rows without a source',
    );
    expect((await tango('outcomes', 'import', DEALS ?? '')).stdout).toContain('842 imported');
    const first = await report();
    expect(
      first.rows.map((row: Record<string, unknown>) => [
        row.key,
        row.leads,
        row.won,
        row.value,
        row.medianDaysToWon,
      ]),
    ).toEqual(OLIST);
    expect(first.total).toMatchObject({
      leads: 8000,
      won: 842,
      value: 61_784_006,
      conversion: 0.10525,
      spend: null,
    });
    expect(first.anomalies).toMatchObject([{ arrivedOn: '2018-03-08', wonOn: '2018-03-06' }]);
    expect((await tango('leads', 'import', LEADS ?? '')).stdout).toContain('0 imported, 8,000 here already');
    expect((await tango('outcomes', 'import', DEALS ?? '')).stdout).toContain('0 imported, 842 here already');
    expect(await report()).toEqual(first);
  },
  60_000,
);

it.skipIf(!ADS)(
  'the ads file gives the cost of a lead and of a win by campaign',
  async () => {
    const tango = commandLine();
    const options = ['--set', 'side=marketing', '--map', 'campaign=xyz_campaign_id', '--map', 'amount=Spent'];
    expect((await tango('spend', 'import', ADS ?? '', ...options)).stdout).toContain('1,143 imported');
    expect((await tango('spend', 'import', ADS ?? '', ...options)).stdout).toContain('1,143 here already');
    const counts: [campaign: string, enquiries: number, won: number][] = [
      ['916', 58, 24],
      ['936', 537, 183],
      ['1178', 2669, 872],
    ];
    const people = counts.flatMap(([campaign, enquiries, won]) =>
      Array.from({ length: enquiries }, (_, n) => ({ id: `${campaign}-${n}`, campaign, isWon: n < won })),
    );
    const leads = people.map(({ id, campaign }) => `${id},${campaign},2023-08-20`).join('\n');
    const wins = people.filter((person) => person.isWon).map(({ id }) => `${id},2023-08-25`);
    await tango('leads', 'import', csvFile(`id,campaign,date\n${leads}\n`), '--set', 'source=facebook');
    await tango('outcomes', 'import', csvFile(`id,won_date\n${wins.join('\n')}\n`));
    const ran = await tango(
      'report',
      '--from',
      '2023-08-01',
      '--to',
      '2023-08-31',
      '--by',
      'campaign',
      '--json',
    );
    const { rows, total } = JSON.parse(ran.stdout);
    expect(rows).toMatchObject([
      { key: '1178', leads: 2669, won: 872, spend: 55662.15 },
      { key: '936', leads: 537, won: 183, spend: 2893.37 },
      { key: '916', leads: 58, won: 24, spend: 149.71 },
    ]);
    expect(total).toMatchObject({
      leads: 3264,
      won: 1079,
      spend: 58705.23,
      costPerLead: 17.9857,
      costPerWon: 54.4071,
    });
  },
  60_000,
);
