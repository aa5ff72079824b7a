/**
 * What holds on each Monday: a published week stays as it was; as it stands it equals plain SQL; what moved names exactly the weeks that did, and the
 * leads, amounts and deals that it names add up to each difference.
 */
import { sql } from 'kysely';
import { expect } from 'vitest';
import { addedTo, type Entry } from '../../src/domain/scorecard/entries.ts';
import type { Figure } from '../../src/domain/scorecard/figure.ts';
import { METRICS } from '../../src/domain/scorecard/metrics.ts';
import { type Figures, figuresOf, type Moved, movedBetween } from '../../src/domain/scorecard/moved.ts';
import type { Scorecard } from '../../src/domain/scorecard/scorecard.ts';
import { type Week, weekRange } from '../../src/domain/time/week.ts';
import { listWeekMoved } from '../../src/store/scorecard/week-shares.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load-scorecard.ts';
import type { TestContext } from './context.ts';

/** What is told of the weeks before, beside what has really changed of them. */
export async function compareWithShown(
  ctx: TestContext,
  week: Week,
  shown: Map<Week, Figures>,
): Promise<number> {
  const told = await ctx.db.transaction((tx) => listWeekMoved(tx, week));
  let movements = 0;
  for (const [earlier, before] of [...shown].reverse()) {
    const { scorecard } = await loadScorecard(ctx, earlier);
    const now = figuresOf(scorecard);
    await expectAsInSql(ctx, scorecard, now);
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
export async function compareWithPublished(ctx: TestContext, known: Map<Week, string>): Promise<void> {
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

async function expectAsInSql(
  ctx: TestContext,
  { week, timezone, currency }: Scorecard,
  figures: Figures,
): Promise<void> {
  const { start, end } = weekRange(week, timezone);
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
    }>`select count(*) as deals, sum(case when currency = ${currency} then value_minor end) as minor from lead
      where state = 'won' and is_test = 0 and closed_at >= ${start} and closed_at < ${end}`.execute(tx.sql),
  );
  expect(figures.bookedWon).toEqual({ kind: 'count', value: Number(booked.rows[0]?.deals) });
  expect(figures.bookedValue).toMatchObject({
    minor: booked.rows[0]?.minor === null ? null : Number(booked.rows[0]?.minor),
  });
}
