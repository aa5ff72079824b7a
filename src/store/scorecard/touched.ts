/**
 * In which old weeks something has changed. The Monday looks at the weeks of the last two months anyway; older ones it would have to read all,
 * which is a million leads after two years. So whoever changes an old lead says so, in a row that is made for it and that nobody waits for.
 */
import type { LeadId } from '../../domain/lead/lead.ts';
import { weekRange } from '../../domain/time/week.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** Of an arrival the seven days that it lies in, counted from 1970: which week of a team that is depends on its zone. */
export const TOUCHED_SPAN = 7 * 86_400_000;

const told = new WeakMap<Tx, Set<number>>();

/** Arrivals of leads that have changed, come or gone. Costs nothing for those of late. */
export async function touchWeeks(tx: Tx, arrivals: readonly number[]): Promise<void> {
  const before = await watchedBefore(tx);
  if (before === null) return;
  const known = told.get(tx) ?? new Set<number>();
  told.set(tx, known);
  const spans = new Set(
    arrivals.filter((at) => at < before).map((at) => Math.floor(at / TOUCHED_SPAN) * TOUCHED_SPAN),
  );
  const fresh = [...spans].filter((since) => !known.has(since));
  if (fresh.length === 0) return;
  for (const since of fresh) known.add(since);
  await tx.sql
    .insertInto('weekTouched')
    .values(fresh.map((since) => ({ since })))
    .execute();
}

/** The same by the leads. */
export async function touchWeeksOf(tx: Tx, ids: readonly LeadId[]): Promise<void> {
  if ((await watchedBefore(tx)) === null) return;
  const rows = await tx.sql
    .selectFrom('lead')
    .select('receivedAt')
    .where('id', 'in', [...ids])
    .execute();
  await touchWeeks(
    tx,
    rows.map(({ receivedAt }) => receivedAt),
  );
}

/** Weeks before the last published one that are looked at whether they were touched or not. */
export const ALWAYS_LOOKED_AT = 6;

/** Arrivals before this instant are noted; null: nothing was published yet. */
function watchedBefore(tx: Tx): Promise<number | null> {
  return tx.recall('watched_before', ['scorecard'], async () => {
    const row = await tx.sql
      .selectFrom('scorecard')
      .select((eb) => eb.fn.max('week').as('week'))
      .executeTakeFirst();
    // A week of room for zones.
    return row?.week ? weekRange(row.week, 'UTC').end - (ALWAYS_LOOKED_AT - 1) * TOUCHED_SPAN : null;
  });
}

export interface Touched {
  seq: number;
  since: number;
}

export function listTouched(tx: Tx): Promise<Touched[]> {
  return tx.sql.selectFrom('weekTouched').select(['seq', 'since']).execute();
}

/** Those that were seen, and none that came in meanwhile. */
export async function forgetTouched(tx: Tx, seen: readonly Touched[]): Promise<void> {
  assertTransaction(tx);
  for (let from = 0; from < seen.length; from += AT_ONCE) {
    const seqs = seen.slice(from, from + AT_ONCE).map(({ seq }) => seq);
    await tx.sql.deleteFrom('weekTouched').where('seq', 'in', seqs).execute();
  }
}

const AT_ONCE = 500;
