/**
 * Two years of a CRM come in as exported, on the command line and by clicks in Slack, and each figure of their scorecards and reports is what plain
 * arithmetic over the same rows makes of it.
 */
import { describe, expect, it } from 'vitest';
import type { Week } from '../../src/domain/time/week.ts';
import type { Context } from '../../src/usecases/context.ts';
import { loadReport } from '../../src/usecases/report/build-report.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load-scorecard.ts';
import { commandLine } from '../support/command-line.ts';
import { contextOn } from '../support/context.ts';
import { type CrmSet, crmSet, FIRST_YEAR } from '../support/crm/crm-set.ts';
import { figuresOf, rejectionsOf, weeksFrom } from '../support/crm/expected-figures.ts';
import { ownersOf } from '../support/crm/expected-owners.ts';
import { exported, PROGRAMS } from '../support/crm/exported.ts';
import { csvFile } from '../support/csv.ts';
import { DIALECTS, testDatabaseUrl } from '../support/databases.ts';
import { fileRoom } from '../support/file-room.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, MAX } from '../support/people.ts';
import { SEED, times } from '../support/proof.ts';

const TEAM = { timezone: 'America/New_York', currency: 'USD' };
const SIZE = { leads: times(400), campaigns: times(10) };
const CODES: Readonly<Record<string, string>> = { 'no budget': 'no_budget', 'bad timing': 'bad_timing' };

async function assertWeeks(ctx: Context, set: CrmSet): Promise<void> {
  for (const { week, from, to } of weeksFrom(FIRST_YEAR, 106)) {
    const { scorecard } = await loadScorecard(ctx, week as Week);
    const wanted = figuresOf(set, { from, to });
    const cost = (per: number) => ({ minor: wanted.spend, per });
    const { metrics } = scorecard;
    const none = { now: { part: 0, of: 0 } };
    expect({ week, metrics, open: scorecard.open, spend: scorecard.spend }).toMatchObject({
      week,
      metrics: {
        leads: { now: { value: wanted.leads } },
        qualified: { now: { value: wanted.qualified } },
        qualifiedRate: { now: { part: wanted.qualified, of: wanted.leads } },
        acceptedRate: { now: { part: wanted.qualified, of: wanted.qualified + wanted.rejected } },
        won: { now: { value: wanted.won } },
        costPerLead: { now: cost(wanted.leads) },
        costPerQualified: { now: cost(wanted.qualified) },
        costPerWon: { now: cost(wanted.won) },
        // Neither kept nor broken: nobody knows.
        ...{
          claimedInTime: none,
          contactedInTime: none,
          verdictInTime: none,
          untouched: { now: { value: 0 } },
        },
      },
      open: { withoutCard: wanted.leads },
      spend: wanted.spend,
    });
    expect(scorecard.rejections.map(({ reason, leads }) => [reason, leads]).toSorted()).toEqual(
      byCode(rejectionsOf(set, { from, to })),
    );
  }
}

function byCode(words: ReadonlyMap<string, number>): [string, number][] {
  const counts = new Map<string, number>();
  for (const [word, leads] of words) {
    const code = CODES[word] ?? 'other';
    counts.set(code, (counts.get(code) ?? 0) + leads);
  }
  return [...counts].toSorted();
}

async function assertYears(ctx: Context, set: CrmSet): Promise<void> {
  for (const year of [FIRST_YEAR, FIRST_YEAR + 1]) {
    const range = { from: `${year}-01-01`, to: `${year}-12-31` };
    const bySource = await loadReport(ctx, { ...range, by: 'source' });
    const sources = new Set(set.leads.map(({ source }) => source));
    for (const source of sources) {
      const of = {
        leads: (lead: CrmSet['leads'][number]) => lead.source === source,
        campaigns: (campaign: CrmSet['campaigns'][number]) => campaign.source === source,
      };
      const wanted = figuresOf(set, range, of);
      if (wanted.leads === 0) continue;
      const row = bySource.rows.find(({ key }) => (key ?? '') === source);
      expect({ source, ...row }).toMatchObject({ source, ...reported(wanted) });
    }
    const byCampaign = await loadReport(ctx, { ...range, by: 'campaign' });
    for (const campaign of set.campaigns) {
      const wanted = figuresOf(set, range, {
        leads: (lead) => lead.campaign === campaign,
        campaigns: (each) => each === campaign,
      });
      if (wanted.leads === 0) continue;
      const row = byCampaign.rows.find(({ key }) => key?.toLowerCase() === campaign.name.toLowerCase());
      expect({ campaign: campaign.name, ...row }).toMatchObject({
        campaign: campaign.name,
        ...reported(wanted),
      });
    }
    expect(bySource.total).toMatchObject(reported(figuresOf(set, range)));
  }
}

function reported({ value, spend, ...counts }: ReturnType<typeof figuresOf>) {
  const { leads, qualified, won } = counts;
  const per = (count: number) =>
    spend === null || count === 0 ? null : expect.closeTo(spend / 100 / count, 2);
  return {
    ...counts,
    ...{ value: value / 100, spend: spend === null ? null : spend / 100 },
    ...{ costPerLead: per(leads), costPerQualified: per(qualified), costPerWon: per(won) },
  };
}

function refusedOf(set: CrmSet): number {
  return set.deals.filter(({ isNobodys, end }) => isNobodys && end !== 'open').length;
}

/** Whose each lead is and the day on which they spoke first. `members`: whom the names of the CRM mean here; who is nobody is kept in words. */
async function assertPeople(
  ctx: Context,
  set: CrmSet,
  members: Readonly<Record<string, string>>,
): Promise<void> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql
      .selectFrom('lead')
      .select(['externalId', 'owner', 'contactedAt', 'createdAt', 'fields'])
      .orderBy('externalId')
      .execute(),
  );
  const day = new Intl.DateTimeFormat('sv', { timeZone: TEAM.timezone });
  const here = rows.map(({ externalId, owner, contactedAt, fields }) => ({
    id: externalId,
    owner,
    inWords: Object.entries(JSON.parse(fields) as Record<string, string>).find(([name]) =>
      OWNER_COLUMNS.has(name),
    )?.[1],
    contactedOn: contactedAt === null ? null : day.format(contactedAt),
  }));
  // Who was spoken with on a day that nobody tells was so at the latest when we heard of it.
  expect(here).toEqual(ownersOf(set, { members, heardOn: day.format(rows[0]?.createdAt) }));
}

const MEMBERS = { 'Ana Alves': 'U0ANA', 'Brandt, Ben': 'U0BEN' };
const ownerFlag = ([name, id]: [string, string]) => ['--owner', `${name}=${id}`];

const OWNER_COLUMNS: ReadonlySet<string> = new Set(['Lead Owner', 'Lead-Inhaber', 'Owner', 'owner']);

/** Every program comes in every way on both databases in the long form; in the short one each of the three is seen once. */
const isLong = times(1) > 1;
const programsOf = (...short: (keyof typeof PROGRAMS)[]) =>
  Object.entries(PROGRAMS).filter(([name]) => isLong || short.includes(name as keyof typeof PROGRAMS));

for (const dialect of DIALECTS) {
  describe(`Two years of a CRM, on ${dialect}`, () => {
    it.each(programsOf(dialect === 'sqlite' ? 'named' : 'german'))(
      'come in by flags as %s',
      async (_, program) => {
        const set = crmSet(SEED, SIZE);
        const { leads, campaigns, deals } = exported(set, program);
        const url = await testDatabaseUrl(dialect);
        const tango = commandLine({
          ...{ DATABASE_URL: url, TEAM_TIMEZONE: TEAM.timezone, TEAM_CURRENCY: TEAM.currency },
        });
        const files = [
          ['leads', csvFile(leads, 'leads.csv'), Object.entries(MEMBERS).flatMap(ownerFlag)],
          ['spend', csvFile(campaigns, 'campaigns.csv'), ['--set', 'side=marketing']],
          ['outcomes', csvFile(deals, 'deals.csv'), []],
        ] as const;
        for (const [noun, path, flags] of files) {
          const { status, stdout, stderr } = await tango(noun, 'import', path, ...flags);
          expect({ noun, status, stdout, stderr }).toMatchObject({
            noun,
            status: noun === 'outcomes' ? 3 : 0,
            stdout: expect.stringContaining(
              noun === 'outcomes' ? `, ${refusedOf(set)} refused` : ', 0 refused',
            ),
          });
        }
        const ctx = await contextOn(url);
        await assertWeeks(ctx, set);
        await assertYears(ctx, set);
        await assertPeople(ctx, set, MEMBERS);
        // Brought once more nothing is news.
        for (const [noun, path, flags] of files) {
          const { stdout } = await tango(noun, 'import', path, ...flags);
          expect(stdout).toMatch(
            new RegExp(`^${noun}: [\\d,]+ rows?, 0 imported, [\\d,]+ here already, [\\d,]+ refused\\.`, 'm'),
          );
        }
      },
      // Seven commands are seven processes.
      times(90_000),
    );

    it.each(programsOf(dialect === 'sqlite' ? 'american' : 'named'))(
      'come in by clicks as %s',
      async (_, program) => {
        const set = crmSet(SEED + 1, SIZE);
        const { leads, campaigns, deals } = exported(set, program);
        const { drop, click, latest, bot } = await fileRoom({ dialect, firstStart: TEAM });
        await drop(MAX, 'leads.csv', leads);
        expect(buttonsOf(latest(MAX))).toContain('Import');
        await click(MAX, 'Import');
        expect(textOf(latest(MAX))).toContain(`${set.leads.length.toLocaleString('en')} leads came in.`);
        await drop(MAX, 'campaigns.csv', campaigns);
        await click(MAX, 'Marketing’s');
        await click(MAX, 'Import');
        await drop(MAX, 'deals.csv', deals);
        await click(MAX, 'Import');
        expect(textOf(latest(MAX))).toContain(`${refusedOf(set)} rows were refused`);
        await assertWeeks(bot.ctx, set);
        await assertYears(bot.ctx, set);
        await assertPeople(bot.ctx, set, { 'Ana Alves': ANA, 'Brandt, Ben': BEN });
      },
      times(90_000),
    );
  });
}
