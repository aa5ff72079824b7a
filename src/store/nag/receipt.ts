import { sql } from 'kysely';
import type { Nag, NagId } from '../../domain/nag/nag.ts';
import { HERE, type NagReceipt, type ReceiptChannel, type Recipient } from '../../domain/nag/receipt.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** Stands for null in the index by which what waits is found. */
const WAITING = '';

/** Caps are kept across replicas: who decides about nags decides alone until the end of the transaction. */
export async function lockNagCounts(tx: Tx): Promise<void> {
  assertTransaction(tx);
  if (tx.dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtext('nags'))`.execute(tx.sql);
}

export async function insertReceipts(tx: Tx, receipts: readonly NagReceipt[]): Promise<void> {
  assertTransaction(tx);
  if (receipts.length === 0) return;
  const rows = receipts.map(({ nagId, recipient, channel, day }) => ({
    nagId,
    hearer: recipient,
    how: channel,
    day: day ?? WAITING,
  }));
  await tx.sql.insertInto('nagReceipt').values(rows).execute();
}

/** Of that sort on that day: being called in the channel uses up nobody's own reminders. */
export async function countNagsOn(
  tx: Tx,
  { recipient, day, how }: { recipient: Recipient; day: string; how: ReceiptChannel },
): Promise<number> {
  const row = await tx.sql
    .selectFrom('nagReceipt')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('day', '=', day)
    .where('hearer', '=', recipient)
    .where('how', '=', how)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function findRecipients(tx: Tx, nagId: NagId): Promise<Recipient[]> {
  const rows = await tx.sql
    .selectFrom('nagReceipt')
    .select('hearer')
    .where('nagId', '=', nagId)
    .orderBy('hearer')
    .execute();
  return rows.map(({ hearer }) => hearer);
}

/** Whom a digest waits for. */
export async function findAwaited(tx: Tx): Promise<PersonId[]> {
  const rows = await tx.sql
    .selectFrom('nagReceipt')
    .select('hearer')
    .distinct()
    .where('day', '=', WAITING)
    .orderBy('hearer')
    .execute();
  return rows.flatMap(({ hearer }) => (hearer === HERE ? [] : hearer));
}

/** What waited for the person belongs to that day from now on. Returns in which digests. */
export async function updateReceipts(tx: Tx, person: PersonId, day: string): Promise<Set<ReceiptChannel>> {
  assertTransaction(tx);
  const rows = await tx.sql
    .updateTable('nagReceipt')
    .set({ day })
    .where('day', '=', WAITING)
    .where('hearer', '=', person)
    .returning('how')
    .execute();
  return new Set(rows.map(({ how }) => how));
}

/** The nags of a day's digest, oldest first. */
export function listDigest(
  tx: Tx,
  { person, day, how }: { person: PersonId; day: string; how: ReceiptChannel },
): Promise<Nag[]> {
  return tx.sql
    .selectFrom('nagReceipt')
    .innerJoin('nag', 'nag.id', 'nagReceipt.nagId')
    .selectAll('nag')
    .where('day', '=', day)
    .where('hearer', '=', person)
    .where('how', '=', how)
    .orderBy('nag.sentAt')
    .orderBy('nag.id')
    .execute();
}
