/** What the published weeks were made of, and what was told of them since. */
import { z } from 'zod';
import type { Entry } from '../../domain/scorecard/entries.ts';
import { METRIC_IDS } from '../../domain/scorecard/metrics.ts';
import type { Figures, Standing, WeekMoved } from '../../domain/scorecard/moved.ts';
import type { Shares } from '../../domain/scorecard/shares.ts';
import type { PromiseCalendar } from '../../domain/team/person.ts';
import type { Week } from '../../domain/time/week.ts';
import { fromJson, type Json, toJson } from '../columns.ts';
import { readCalendar } from '../promise/promise.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { FigureJson } from './scorecard-json.ts';
import { SharesJson, type SharesText, sharesFrom, sharesText } from './shares-json.ts';

/** By what a week is told for ever. */
export interface WeekCalendar {
  calendar: PromiseCalendar;
  startsAt: number | null;
}

interface KeptWeek extends WeekCalendar {
  /** Null: an earlier version published it. */
  published: Shares | null;
  /** As it was last told. */
  shown: Pick<Standing, 'figures' | 'shares'>;
}

export async function findWeekCalendar(tx: Tx, week: Week): Promise<WeekCalendar | null> {
  const row = await tx.sql
    .selectFrom('weekShares')
    .select(['calendar', 'startsAt'])
    .where('week', '=', week)
    .executeTakeFirst();
  return row ? { calendar: readCalendar(row.calendar), startsAt: row.startsAt } : null;
}

/** Null: nobody kept what it was made of. */
export async function findPublishedShares(tx: Tx, week: Week): Promise<Shares | null> {
  const row = await tx.sql
    .selectFrom('weekShares')
    .select('published')
    .where('week', '=', week)
    .executeTakeFirst();
  return row?.published ? readShares(row.published) : null;
}

export async function findKeptWeek(tx: Tx, week: Week): Promise<KeptWeek | null> {
  const row = await tx.sql.selectFrom('weekShares').selectAll().where('week', '=', week).executeTakeFirst();
  const shown = row?.shown ?? row?.published;
  if (!row || !shown) return null;
  return {
    calendar: readCalendar(row.calendar),
    startsAt: row.startsAt,
    published: row.published && readShares(row.published),
    shown: { figures: fromJson(FiguresJson, row.figures), shares: readShares(shown) },
  };
}

interface ShownFigures extends WeekCalendar {
  week: Week;
  figures: Figures;
}

/** Each published week of which that is known, as it was last told. */
export async function listShownFigures(tx: Tx): Promise<ShownFigures[]> {
  const rows = await tx.sql
    .selectFrom('weekShares')
    .select(['week', 'figures', 'calendar', 'startsAt'])
    .orderBy('week')
    .execute();
  return rows.map(({ figures, calendar, ...row }) => ({
    ...row,
    figures: fromJson(FiguresJson, figures),
    calendar: readCalendar(calendar),
  }));
}

interface KeptStanding extends WeekCalendar {
  week: Week;
  standing: Standing;
  /** False: an earlier version published it, and this is how it stands by now. */
  isAsPublished: boolean;
  at: number;
}

export async function insertWeekShares(
  tx: Tx,
  { week, standing, isAsPublished, at, calendar, startsAt }: KeptStanding,
): Promise<void> {
  assertTransaction(tx);
  const shares = writeShares(standing.shares);
  await tx.sql
    .insertInto('weekShares')
    .values({
      week,
      ...(isAsPublished ? { published: shares, shown: null } : { published: null, shown: shares }),
      figures: toJson(standing.figures),
      calendar: toJson(calendar),
      startsAt,
      shownAt: at,
    })
    .execute();
}

/** How it was told last. */
export async function updateShown(tx: Tx, week: Week, standing: Standing, at: number): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .updateTable('weekShares')
    .set({ shown: writeShares(standing.shares), figures: toJson(standing.figures), shownAt: at })
    .where('week', '=', week)
    .execute();
}

/** `toldIn`: the week in whose thread it is told. */
export async function insertWeekMoved(tx: Tx, toldIn: Week, moved: WeekMoved): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .insertInto('weekMoved')
    .values({ toldIn, week: moved.week, data: toJson(moved) })
    .execute();
}

/** The latest first. */
export async function listWeekMoved(tx: Tx, toldIn: Week): Promise<WeekMoved[]> {
  const rows = await tx.sql
    .selectFrom('weekMoved')
    .select('data')
    .where('toldIn', '=', toldIn)
    .orderBy('week', 'desc')
    .execute();
  return rows.map(({ data }) => fromJson(WeekMovedJson, data));
}

function writeShares(shares: Shares): Json<SharesText> {
  return toJson(sharesText(shares));
}

function readShares(text: Json<SharesText>): Shares {
  return sharesFrom(fromJson(SharesJson, text));
}

const FiguresJson: z.ZodType<Figures, unknown> = z.partialRecord(z.enum(METRIC_IDS), FigureJson);

const WeekMovedJson = z.object({
  week: z.custom<Week>((value) => typeof value === 'string'),
  moved: z.array(z.object({ metric: z.enum(METRIC_IDS), before: FigureJson, now: FigureJson })),
  entries: z.array(z.custom<Entry>((value) => typeof value === 'object' && value !== null)).nullable(),
}) as z.ZodType<WeekMoved, unknown>;
