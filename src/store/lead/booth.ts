import type { Booth } from '../../domain/lead/booth.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { toFlag } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** In the channel, or the person's own wherever; the newest first, since that day. */
export async function findRecentBooths(
  tx: Tx,
  { person, channel, since }: { person: PersonId; channel: string; since: string },
): Promise<Booth[]> {
  const rows = await tx.sql
    .selectFrom('stand')
    .selectAll()
    .where('day', '>=', since)
    .where((eb) => eb.or([eb('person', '=', person), eb('channel', '=', channel)]))
    .orderBy('day', 'desc')
    .orderBy('saved', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, claims: row.claims === 1 }));
}

/** Counts `saved` more leads and returns how many there are; the last source and choice are what is remembered. */
export async function countAtBooth(tx: Tx, stand: Booth): Promise<number> {
  assertTransaction(tx);
  const { claims, source, saved } = stand;
  const remembered = { source, claims: toFlag(claims) };
  const row = await tx.sql
    .insertInto('stand')
    .values({ ...stand, ...remembered })
    .onConflict((conflict) =>
      conflict
        .columns(['person', 'channel', 'day'])
        .doUpdateSet((eb) => ({ ...remembered, saved: eb('stand.saved', '+', saved) })),
    )
    .returning('saved')
    .executeTakeFirstOrThrow();
  return row.saved;
}
