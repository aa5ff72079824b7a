/** Who has looked at their Home, and when: the Homes of those who looked lately are kept up to date. */
import type { PersonId } from '../../domain/team/actor.ts';
import { prepared } from '../prepared.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

export async function recordHomeVisit(tx: Tx, person: PersonId, now: number): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .insertInto('homeSeen')
    .values({ person, seenAt: now })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ seenAt: now }))
    .execute();
}

/** Of these people those who have looked since then, in the order of their ids. */
export async function findRecentVisitors(
  tx: Tx,
  people: readonly PersonId[],
  since: number,
): Promise<PersonId[]> {
  if (people.length === 0) return [];
  const rows = await selectVisitors(tx, { since, ...people });
  return rows.map(({ person }) => person);
}

const selectVisitors = prepared<{ since: number; [nth: number]: PersonId }, { person: PersonId }>(
  ({ sql, values: { since, ...people } }) =>
    sql
      .selectFrom('homeSeen')
      .select('person')
      .where('person', 'in', Object.values(people))
      .where('seenAt', '>=', since)
      .orderBy('person'),
);

/** Epoch ms; null: never. */
export async function findLastVisit(tx: Tx, person: PersonId): Promise<number | null> {
  const row = await tx.sql
    .selectFrom('homeSeen')
    .select('seenAt')
    .where('person', '=', person)
    .executeTakeFirst();
  return row?.seenAt ?? null;
}
