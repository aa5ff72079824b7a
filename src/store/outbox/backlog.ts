/** What waits to be posted, how long that takes, and what of it somebody has stopped. */
import { decodeRef, RANK } from '../../domain/announcement.ts';
import type { Backlog } from '../../domain/delivery/backlog.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { Tx } from '../transaction.ts';

/** By channel or person; reads the index of all that waits. */
export async function listBacklog(tx: Tx): Promise<Backlog[]> {
  const rows = await tx.sql
    .selectFrom('outbox')
    .select((eb) => [
      'target',
      eb.fn.countAll<number>().as('waiting'),
      eb.fn.sum<number>(eb.case().when('rank', '=', RANK.bulk).then(1).else(0).end()).as('bulk'),
    ])
    .where('status', '=', 'pending')
    .where('lane', '=', 'post')
    .groupBy('target')
    .orderBy('target')
    .execute();
  return rows.map(({ target, waiting, bulk }) => ({ target, waiting: Number(waiting), bulk: Number(bulk) }));
}

/** Cards that came in bulk and wait are not posted until somebody says so. Returns of which leads. */
export async function stopBulk(tx: Tx): Promise<LeadId[]> {
  const rows = await tx.sql
    .updateTable('outbox')
    .set({ status: 'stopped' })
    .where('status', '=', 'pending')
    .where('lane', '=', 'post')
    .where('rank', '=', RANK.bulk)
    .where('kind', '=', 'lead_card')
    .returning('ref')
    .execute();
  return rows.map(leadOf);
}

/** The first so many of those that were stopped wait again. Returns of which leads. */
export async function resumeStopped(tx: Tx, limit: number): Promise<LeadId[]> {
  const rows = await tx.sql
    .updateTable('outbox')
    .set({ status: 'pending', attempts: 0, nextAttemptAt: 0 })
    .where('seq', 'in', stopped(tx).select('seq').limit(limit))
    .returning('ref')
    .execute();
  tx.wake('outbox');
  return rows.map(leadOf);
}

/** The first so many, and how many there are. */
export async function findStopped(
  tx: Tx,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ leadIds: LeadId[]; count: number }> {
  const rows = await stopped(tx).select('ref').limit(limit).offset(offset).execute();
  const all = await tx.sql
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'stopped')
    .executeTakeFirst();
  return { leadIds: rows.map(leadOf), count: Number(all?.count ?? 0) };
}

function stopped(tx: Tx) {
  return tx.sql.selectFrom('outbox').where('status', '=', 'stopped').orderBy('rank').orderBy('seq');
}

function leadOf({ ref }: { ref: string }): LeadId {
  return decodeRef('lead_card', ref).leadId;
}
