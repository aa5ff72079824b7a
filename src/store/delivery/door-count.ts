/** What came of the requests at each door, by day in the team's zone: one row a day, door and result. */
import type { Door, DoorCount, DoorDay } from '../../domain/delivery/door.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

export async function addDoorCount(
  tx: Tx,
  day: string,
  { door, result, count, at }: DoorCount,
): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .insertInto('doorCount')
    .values({ day, door, result, count, lastAt: at })
    .onConflict((conflict) =>
      conflict.columns(['day', 'door', 'result']).doUpdateSet((eb) => ({
        count: eb('doorCount.count', '+', eb.ref('excluded.count')),
        lastAt: eb.ref('excluded.lastAt'),
      })),
    )
    .execute();
}

/** From that day on. */
export function listDoorDays(tx: Tx, door: Door, from: string): Promise<DoorDay[]> {
  return tx.sql
    .selectFrom('doorCount')
    .select(['day', 'result', 'count'])
    .where('door', '=', door)
    .where('day', '>=', from)
    .execute();
}

export async function deleteOldDoorCounts(tx: Tx, before: string): Promise<void> {
  assertTransaction(tx);
  await tx.sql.deleteFrom('doorCount').where('day', '<', before).execute();
}
