/** Promises: inserted once, ended once, opened again by undo alone. Nothing else of a row is ever written again but how far its reminders are. */
import { z } from 'zod';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import type { PromiseCalendar } from '../../domain/team/person.ts';
import { fromJson, HoursJson, type Json, toFlag, toJson } from '../columns.ts';
import { prepared, preparedInsert } from '../prepared.ts';
import type { PromiseRow } from '../schema.ts';
import type { Tx } from '../transaction.ts';

/** Those that a move has changed, then those that it starts: another of a kind may start with the end of the last one. */
export async function writePromises(
  tx: Tx,
  promises: readonly TeamPromise[],
  before: readonly TeamPromise[] = [],
): Promise<void> {
  const isKnown = ({ id }: TeamPromise) => before.some((row) => row.id === id);
  // One that ends makes room for one that is opened again: at most one of a kind runs.
  const known = promises.filter(isKnown).sort((a, b) => Number(a.end === null) - Number(b.end === null));
  for (const promise of known) await updateRow(tx, changesOf(promise));
  await insertRows(tx, promises.filter((promise) => !isKnown(promise)).map(toRow));
}

const insertRows = preparedInsert<'promise', PromiseRow>(null, ({ sql, rows }) =>
  sql.insertInto('promise').values(rows),
);

/** All that ever changes of one: its end, and how far its reminders are. */
function changesOf(promise: TeamPromise) {
  const { id, about, cycleAt, said, toldAt, lookAt, ...rest } = toRow(promise);
  const { endedAt, endedBy, endMove, endedHow, endedWhy, late } = rest;
  return { id, about, cycleAt, said, toldAt, lookAt, endedAt, endedBy, endMove, endedHow, endedWhy, late };
}

const updateRow = prepared<ReturnType<typeof changesOf>, unknown>(
  ({ sql, values: { id, about, ...changes } }) =>
    sql.updateTable('promise').set(changes).where('about', '=', about).where('id', '=', id),
);

const selectRunning = prepared<{ about: string }, PromiseRow>(({ sql: db, values }) =>
  db.selectFrom('promise').selectAll().where('about', '=', values.about).where('endedAt', 'is', null),
);

/** Those that run about one thing. The thing itself is held by whoever moves it. */
export async function findRunningPromises(tx: Tx, about: string): Promise<TeamPromise[]> {
  return (await selectRunning(tx, { about })).map(promiseFromRow);
}

/** All that there ever were about one thing, in the order of their start. */
export async function listPromises(tx: Tx, about: string): Promise<TeamPromise[]> {
  const rows = await tx.sql
    .selectFrom('promise')
    .selectAll()
    .where('about', '=', about)
    .orderBy('startedAt')
    .orderBy('id')
    .execute();
  return rows.map(promiseFromRow);
}

function toRow({ end, calendar, isTest, ...promise }: TeamPromise): PromiseRow {
  return {
    ...promise,
    calendar: toJson(calendar),
    isTest: toFlag(isTest),
    endedAt: end?.at ?? null,
    endedBy: end?.by ?? null,
    endMove: end?.move ?? null,
    endedHow: end?.how ?? null,
    endedWhy: end?.why ?? null,
    late: end?.late ?? null,
  };
}

/** For the other files of the store that read promises. */
export function promiseFromRow(row: PromiseRow): TeamPromise {
  const { endedAt, endedBy, endMove, endedHow, endedWhy, late, calendar, isTest, ...promise } = row;
  const hasEnded = endedAt !== null && endedBy !== null && endMove !== null && endedHow !== null;
  return {
    ...promise,
    calendar: readCalendar(calendar),
    isTest: isTest === 1,
    end: hasEnded ? { at: endedAt, by: endedBy, move: endMove, how: endedHow, why: endedWhy, late } : null,
  };
}

/** A team has few, and each row has a copy. */
const read = new Map<string, PromiseCalendar>();
const MOST_READ = 500;

/** For the other files of the store that read promises. */
export function readCalendar(text: Json<PromiseCalendar>): PromiseCalendar {
  const known = read.get(text);
  if (known) return known;
  if (read.size >= MOST_READ) read.clear();
  const calendar = fromJson(CalendarJson, text);
  read.set(text, calendar);
  return calendar;
}

const CalendarJson: z.ZodType<PromiseCalendar> = z.object({
  weekdays: z.array(z.number()),
  ...HoursJson.shape,
  daysOff: z.array(z.string()),
  region: z.string().nullable(),
  zone: z.string(),
  leave: z.array(z.object({ from: z.string(), to: z.string() })),
});
