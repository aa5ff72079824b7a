import type { LeadId } from '../../domain/lead/lead.ts';
import type { Nag, NagId } from '../../domain/nag/nag.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** False when that step of that cycle has been said before, perhaps a moment ago by another process. */
export async function insertNag(tx: Tx, nag: Nag): Promise<boolean> {
  assertTransaction(tx);
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('nag')
    .values(nag)
    .onConflict((conflict) => conflict.columns(['leadId', 'promise', 'step', 'cycleAt']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findNag(tx: Tx, id: NagId): Promise<Nag | null> {
  const row = await tx.sql.selectFrom('nag').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export function listNagsOfLead(tx: Tx, leadId: LeadId): Promise<Nag[]> {
  return tx.sql.selectFrom('nag').selectAll().where('leadId', '=', leadId).orderBy('sentAt').execute();
}

/** What was said of a promise since its cycle began. */
export async function listNagsOfCycle(tx: Tx, { about, kind, cycleAt }: TeamPromise): Promise<Nag[]> {
  const nags = await listNagsOfLead(tx, about as LeadId);
  return nags.filter(({ promise, sentAt }) => promise === kind && sentAt >= cycleAt);
}

/** The latest post in the channel, by when it was begun; null: none since then. */
export async function findLatestPost(tx: Tx, since: number): Promise<number | null> {
  const row = await tx.sql
    .selectFrom('nag')
    .select('postAt')
    .where('postAt', '>=', since)
    .orderBy('postAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.postAt ?? null;
}

/** What stands in it: those that wait still before those that have moved, so many of them, and how many there are. */
export async function listNagsOfPost(
  tx: Tx,
  postAt: number,
  limit: number,
): Promise<{ nags: Nag[]; count: number; waiting: number }> {
  const query = tx.sql
    .selectFrom('nag')
    .leftJoin('promise', (join) =>
      join
        .onRef('promise.about', '=', 'nag.leadId')
        .onRef('promise.kind', '=', 'nag.promise')
        .on('promise.endedAt', 'is', null),
    )
    .where('postAt', '=', postAt);
  const counted = await query
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.count<number>('promise.id').as('waiting')])
    .executeTakeFirstOrThrow();
  const nags = await query
    .selectAll('nag')
    .orderBy((eb) => eb('promise.id', 'is', null))
    .orderBy('nag.sentAt')
    .orderBy('nag.id')
    .limit(limit)
    .execute();
  return { nags, count: Number(counted.count), waiting: Number(counted.waiting) };
}

/** The one with which it was begun: by it people were called. */
export async function findFirstNagOfPost(tx: Tx, postAt: number): Promise<NagId | null> {
  const row = await tx.sql
    .selectFrom('nag')
    .select('id')
    .where('postAt', '=', postAt)
    .orderBy('sentAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
