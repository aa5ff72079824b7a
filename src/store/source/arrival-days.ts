import { sql } from 'kysely';
import type { SourceId } from '../../domain/source/source.ts';
import { dayIn } from '../../domain/time/day.ts';
import { MINUTE } from '../../domain/time/duration.ts';
import type { Tx } from '../transaction.ts';
import { namesOf } from './name-book.ts';

/** Clocks of the world stand apart by quarters of an hour: all leads of one arrived on one day. */
const SLOT = 15 * MINUTE;

/** The days, YYYY-MM-DD, on which each source brought a lead since then, in order. Tests are left out. Read by arrival. */
export async function findArrivalDays(
  tx: Tx,
  { since, timezone }: { since: number; timezone: string },
): Promise<Map<SourceId, string[]>> {
  const slot = sql<number>`received_at / ${sql.lit(SLOT)}`;
  const rows = await tx.sql
    .selectFrom('lead')
    .select([sql<string>`coalesce(source, '')`.as('source'), slot.as('slot')])
    .where('receivedAt', '>=', since)
    .where('isTest', '=', 0)
    .groupBy([sql`coalesce(source, '')`, slot])
    .execute();
  const names = await namesOf(
    tx,
    [...new Set(rows.map(({ source }) => source))].map((source) => ({ source, campaign: null })),
  );
  const dayOf = remembered((at: number) => dayIn(timezone, at * SLOT));
  const days = new Map<SourceId, Set<string>>();
  for (const row of rows) {
    const id = names.sourceId(row.source);
    if (!id) continue;
    const known = days.get(id) ?? new Set();
    days.set(id, known.add(dayOf(Number(row.slot))));
  }
  return new Map([...days].map(([id, known]) => [id, [...known].sort()]));
}

function remembered(look: (key: number) => string): (key: number) => string {
  const known = new Map<number, string>();
  return (key) => {
    const found = known.get(key) ?? look(key);
    known.set(key, found);
    return found;
  };
}
