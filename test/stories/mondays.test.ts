/**
 * Many Mondays, one after the other, while leads arrive late, are worked, won, undone, merged and taken back, and money is recorded, corrected and
 * withdrawn for weeks that are over. A published week stays as it was; as it stands it equals plain SQL; what moved names exactly the weeks that did,
 * and the leads and amounts that it names add up to each difference.
 */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import { addedTo, type Entry } from '../../src/domain/scorecard/entries.ts';
import type { Figure } from '../../src/domain/scorecard/figure.ts';
import { METRICS } from '../../src/domain/scorecard/metrics.ts';
import { type Figures, figuresOf, type Moved, movedBetween } from '../../src/domain/scorecard/moved.ts';
import { shiftWeek, type Week, weekAt, weekRange } from '../../src/domain/time/week.ts';
import { AppError } from '../../src/errors.ts';
import { deleteLeads } from '../../src/store/lead/remove.ts';
import { listWeekMoved } from '../../src/store/scorecard/week-shares.ts';
import { undoMove } from '../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../src/usecases/lead/claim-lead.ts';
import { closeLead } from '../../src/usecases/lead/close-lead.ts';
import { mergeLead } from '../../src/usecases/lead/merge-leads.ts';
import { qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../src/usecases/lead/reject-lead.ts';
import { withdrawFromLedger } from '../../src/usecases/money/ledger.ts';
import { recordSpend } from '../../src/usecases/money/record-spend.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load-scorecard.ts';
import { publishScorecard } from '../../src/usecases/scorecard/publish-scorecard.ts';
import { berlin } from '../support/berlin.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, BEN, MAX } from '../support/people.ts';
import { SEED, times } from '../support/proof.ts';
import { chance } from '../support/random.ts';
import { BERLIN } from '../support/sample-lead.ts';

const DAY = 86_400_000;
const MONDAY = berlin('2026-06-01T09:00');
const WEEKS = 16;
const note = null;

interface World {
  ctx: TestContext;
  dice: ReturnType<typeof chance>;
  leads: LeadId[];
  amounts: string[];
}

for (const dialect of DIALECTS) {
  describe(`many Mondays on ${dialect}`, () => {
    const seeds = Array.from({ length: times(dialect === 'sqlite' ? 3 : 1) }, (_, n) => SEED + n);
    it.each(seeds)(
      'move what has moved, by what moved it, with seed %i',
      { timeout: 120_000 },
      async (seed) => {
        const ctx = await testContext(dialect, { startAt: MONDAY, firstStart: { timezone: BERLIN } });
        const world: World = { ctx, dice: chance(seed), leads: [], amounts: [] };
        const shown = new Map<Week, Figures>();
        const published = new Map<Week, string>();
        let movements = 0;
        for (let n = 0; n < WEEKS; n++) {
          await liveThrough(world);
          ctx.clock.moveTo(MONDAY + (n + 1) * 7 * DAY);
          const week = shiftWeek(weekAt(ctx.clock.now(), BERLIN), -1);
          expect(await publishScorecard(ctx, week)).not.toBe('published_before');
          movements += await compareWithShown(ctx, week, shown);
          await compareWithPublished(ctx, published);
        }
        expect(movements).toBeGreaterThan(WEEKS);
      },
    );
  });
}

/** What is told of the weeks before, beside what has really changed of them. */
async function compareWithShown(ctx: TestContext, week: Week, shown: Map<Week, Figures>): Promise<number> {
  const told = await ctx.db.transaction((tx) => listWeekMoved(tx, week));
  let movements = 0;
  for (const [earlier, before] of [...shown].reverse()) {
    const { scorecard } = await loadScorecard(ctx, earlier);
    const now = figuresOf(scorecard);
    await expectAsInSql(ctx, earlier, now);
    const moved = movedBetween(before, now);
    const said = told.find((each) => each.week === earlier);
    expect(said?.moved ?? [], `${earlier} in the thread of ${week}`).toEqual(moved);
    for (const each of moved) expectSum(each, said?.entries ?? []);
    shown.set(earlier, now);
    movements += moved.length;
  }
  expect(told.every((each) => shown.has(each.week))).toBe(true);
  shown.set(week, figuresOf((await loadScorecard(ctx, week)).scorecard));
  return movements;
}

/** As it was published it stays, and what has moved since adds up. */
async function compareWithPublished(ctx: TestContext, known: Map<Week, string>): Promise<void> {
  const weeks = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('scorecard').select(['week', 'data']).execute(),
  );
  for (const { week, data } of weeks) {
    expect(known.get(week) ?? data).toBe(data);
    known.set(week, data);
    const { moved, entries } = await loadScorecard(ctx, week);
    for (const each of moved) expectSum(each, entries ?? []);
  }
}

function expectSum({ metric, before, now }: Moved, entries: readonly Entry[]): void {
  const added = entries.flatMap((entry) => addedTo(METRICS[metric], entry) ?? []);
  const sum = { part: 0, of: 0 };
  for (const { part, of } of added) {
    sum.part += part;
    sum.of += of;
  }
  const [was, is] = [partsOf(before), partsOf(now)];
  expect(added.length, metric).toBeGreaterThan(0);
  expect(sum, metric).toEqual({ part: is.part - was.part, of: is.of - was.of });
}

/** What is not known yet is nothing. */
function partsOf(figure: Figure): { part: number; of: number } {
  switch (figure.kind) {
    case 'count':
      return { part: figure.value, of: 0 };
    case 'rate':
      return { part: figure.part, of: figure.of };
    case 'cost':
      return { part: figure.minor ?? 0, of: figure.per };
    case 'money':
      return { part: figure.minor ?? 0, of: 0 };
    case 'return':
      return { part: figure.won ?? 0, of: figure.spent ?? 0 };
    case 'time':
      return { part: 0, of: figure.of };
    default:
      return { part: 0, of: 0 };
  }
}

async function expectAsInSql(ctx: TestContext, week: Week, figures: Figures): Promise<void> {
  const { start, end } = weekRange(week, BERLIN);
  const { rows } = await ctx.db.transaction((tx) =>
    sql<Record<string, unknown>>`select count(*) as leads,
      sum(case when state in ('qualified', 'won', 'lost') then 1 else 0 end) as qualified,
      sum(case when state = 'won' then 1 else 0 end) as won,
      sum(case when state in ('rejected', 'resting', 'returned') then 1 else 0 end) as rejected
      from lead where received_at >= ${start} and received_at < ${end} and is_test = 0
      and state <> 'merged' and not (state = 'rejected' and reject_reason = 'spam')`.execute(tx.sql),
  );
  const [counted] = rows;
  for (const id of ['leads', 'qualified', 'won', 'rejected'] as const)
    expect(figures[id], `${id} of ${week}`).toEqual({ kind: 'count', value: Number(counted?.[id] ?? 0) });
  const booked = await ctx.db.transaction((tx) =>
    sql<{
      deals: unknown;
      minor: unknown;
    }>`select count(*) as deals, sum(case when currency = 'EUR' then value_minor end) as minor from lead
      where state = 'won' and is_test = 0 and closed_at >= ${start} and closed_at < ${end}`.execute(tx.sql),
  );
  expect(figures.bookedWon).toEqual({ kind: 'count', value: Number(booked.rows[0]?.deals) });
  expect(figures.bookedValue).toMatchObject({
    minor: booked.rows[0]?.minor === null ? null : Number(booked.rows[0]?.minor),
  });
}

async function liveThrough(world: World): Promise<void> {
  const { ctx, dice } = world;
  for (let step = 0; step < 25; step++) {
    ctx.clock.moveTo(ctx.clock.now() + dice.below(6) * 3_600_000 + dice.below(60) * 60_000);
    if (ctx.clock.now() % 2 === 0) await arrive(world);
    await tryOne(world);
  }
}

/** Today's, or one of the last half year that somebody brings from a fair, a test, or one that came before. */
async function arrive({ ctx, dice, leads }: World): Promise<void> {
  const ago = dice.pick([0, 0, 0, 1, 6, 9, 40, 100]) ?? 0;
  const receivedAt = ctx.clock.now() - ago * DAY;
  const name = `Dana ${dice.below(1_000_000)}`;
  const [received] = await receiveLeads(
    ctx,
    [
      {
        ...{
          source: dice.pick(['Fair', 'Webinar']) ?? 'Fair',
          name,
          receivedAt,
          isTest: dice.below(12) === 0,
        },
        email: dice.below(4) === 0 ? 'again@pier.example' : `${name.replace(' ', '.')}@pier.example`,
      },
    ],
    { by: 'api', post: dice.below(3) === 0 ? 'none' : 'all' },
  );
  if (received) leads.push(received.id);
}

type Step = (world: World, leadId: LeadId) => Promise<unknown>;

const STEPS: readonly Step[] = [
  ({ ctx, dice }, leadId) => claimLead(ctx, { leadId, person: dice.pick([ANA, BEN]) ?? ANA }),
  ({ ctx }, leadId) => releaseLead(ctx, { leadId, person: MAX }),
  ({ ctx }, leadId) => markContacted(ctx, { leadId, person: MAX }),
  ({ ctx }, leadId) =>
    qualifyLead(ctx, {
      ...{ leadId, person: MAX, met: ['fits', 'need', 'decides'], exception: null, amount: '1200' },
      ...{ nextStep: null, nextStepOn: null, note },
    }),
  ({ ctx, dice }, leadId) =>
    closeLead(ctx, {
      ...{
        leadId,
        person: MAX,
        outcome: dice.pick(['won', 'won', 'lost']) ?? 'won',
        amount: `${dice.below(5_000)}`,
      },
      ...{ currency: dice.pick([null, 'EUR', 'USD']) ?? null, on: null, reason: 'price' },
    }),
  ({ ctx, dice }, leadId) =>
    rejectLead(ctx, {
      ...{ leadId, person: MAX, reasonCode: dice.pick(['not_our_market', 'spam', 'no_budget']) ?? 'spam' },
      ...{ detail: null, note },
    }),
  ({ ctx }, leadId) => undoMove(ctx, { leadId, person: MAX }),
  ({ ctx }, leadId) => mergeLead(ctx, { leadId, person: MAX }),
  // Whole, as an import that is taken back leaves it.
  async (world, leadId) => {
    if (world.dice.below(4) > 0) return;
    await world.ctx.db.transaction((tx) => deleteLeads(tx, [leadId]));
    world.leads.splice(world.leads.indexOf(leadId), 1);
  },
];

async function tryOne(world: World): Promise<void> {
  const { ctx, dice, leads, amounts } = world;
  const leadId = dice.pick(leads);
  const kind = dice.below(12);
  try {
    if (kind === 0) amounts.push(...(await spendSomething(world)));
    else if (kind === 1 && amounts.length > 0) await withdrawFromLedger(ctx, dice.pick(amounts) ?? '', MAX);
    else if (leadId) await dice.pick(STEPS)?.(world, leadId);
  } catch (thrown) {
    // The lead does not allow it, or the amount is taken back already.
    if (!(thrown instanceof AppError)) throw thrown;
  }
}

async function spendSomething({ ctx, dice }: World): Promise<string[]> {
  const from = ctx.clock.now() - dice.below(110) * DAY;
  const to = from + (dice.pick([0, 6, 29, 89]) ?? 0) * DAY;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const recorded = await recordSpend(ctx, {
    by: 'api',
    spend: [
      {
        ...{
          side: dice.pick(['marketing', 'sales']) ?? 'marketing',
          source: dice.pick(['Fair', null]) ?? null,
        },
        ...{
          campaign: null,
          from: day(from),
          to: day(to),
          overlap: dice.pick(['replace', 'add']) ?? 'add',
        },
        amount: { minor: dice.below(400_000), currency: dice.pick(['EUR', 'EUR', 'USD']) ?? 'EUR' },
      },
    ],
  });
  return recorded.map(({ id }) => id);
}
