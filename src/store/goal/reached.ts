/** What was reached within some days, for goals: whatever happened then, whenever its lead arrived. Tests count nowhere. */
import { type SqlBool, sql } from 'kysely';
import type { Reached } from '../../domain/goal/reached.ts';
import type { Tx } from '../transaction.ts';

/** The second instant is not included. */
interface Within {
  start: number;
  end: number;
}

/** As in the index, word for word. */
const IS_QUALIFIED = sql<SqlBool>`state in ('qualified', 'won', 'lost')`;

/** By the verdict; where the CRM told of the outcome alone, by that. */
export async function countQualified(tx: Tx, { start, end }: Within): Promise<number> {
  const leads = tx.sql.selectFrom('lead').select((eb) => eb.fn.countAll<number>().as('count'));
  const judged = await leads
    .where('verdictAt', '>=', start)
    .where('verdictAt', '<', end)
    .where(IS_QUALIFIED)
    .where('isTest', '=', 0)
    .executeTakeFirst();
  const closed = await leads
    .where('closedAt', '>=', start)
    .where('closedAt', '<', end)
    .where('verdictAt', 'is', null)
    .where(IS_QUALIFIED)
    .where('isTest', '=', 0)
    .executeTakeFirst();
  return Number(judged?.count ?? 0) + Number(closed?.count ?? 0);
}

/** What was won, by the currency of what it is worth; null: nobody has said that. */
export async function sumWon(tx: Tx, { start, end }: Within): Promise<Reached['won']> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select((eb) => [
      'currency',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number | null>('valueMinor').as('minor'),
    ])
    .where('closedAt', '>=', start)
    .where('closedAt', '<', end)
    .where('state', '=', 'won')
    .where('isTest', '=', 0)
    .groupBy('currency')
    .orderBy('currency')
    .execute();
  return rows.map(({ currency, count, minor }) => ({
    currency,
    count: Number(count),
    minor: Number(minor ?? 0),
  }));
}

export async function countTold(tx: Tx, { start, end }: Within): Promise<number> {
  const row = await tx.sql
    .selectFrom('story')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('toldAt', '>=', start)
    .where('toldAt', '<', end)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
