/** How far the reminders of promises have gone. */
import type { LeadId } from '../../domain/lead/lead.ts';
import { LEAD_KINDS, type PromiseKind, promiseKinds } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { promiseFromRow } from './promise.ts';

export type PromiseAt = Pick<TeamPromise, 'kind' | 'about' | 'id'>;

/** Those to be looked at by now, the longest waiting first. Cost: those, by index. */
export function findPromisesToRemind(tx: Tx, now: number, limit: number): Promise<PromiseAt[]> {
  return tx.sql
    .selectFrom('promise')
    .select(['kind', 'about', 'id'])
    .where('kind', 'in', promiseKinds())
    .where('lookAt', '<=', now)
    .orderBy('lookAt')
    .limit(limit)
    .execute();
}

/** The next leads whose promises are looked at by then, in the order in which they are; `after`: the last that is known already. */
export async function findNextToRemind(
  tx: Tx,
  { after, until, limit }: { after: { at: number; id: string }; until: number; limit: number },
): Promise<{ id: LeadId; at: number }[]> {
  const rows = await tx.sql
    .selectFrom('promise')
    .select(['about', 'lookAt'])
    .where('kind', 'in', LEAD_KINDS)
    .where('lookAt', '>=', after.at)
    .where('lookAt', '<=', until)
    .where((eb) => eb.or([eb('lookAt', '>', after.at), eb('about', '>', after.id)]))
    .orderBy('lookAt')
    .orderBy('about')
    .limit(limit)
    .execute();
  return rows.map(({ about, lookAt: at }) => ({ id: about as LeadId, at: at ?? until }));
}

export async function findPromise(tx: Tx, { about, id }: PromiseAt): Promise<TeamPromise | null> {
  const row = await tx.sql
    .selectFrom('promise')
    .selectAll()
    .where('about', '=', about)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? promiseFromRow(row) : null;
}

/** How far its reminders have gone; one that a move has ended meanwhile has none. */
export async function updateReminded(
  tx: Tx,
  { about, id, said, toldAt, lookAt }: PromiseAt & Pick<TeamPromise, 'said' | 'toldAt' | 'lookAt'>,
): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .updateTable('promise')
    .set({ said, toldAt, lookAt })
    .where('about', '=', about)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}

/** Those that have come to one of these steps and still run, the one that is due first. Cost: those that are chased at all, by index. */
export async function listReminded(
  tx: Tx,
  { kinds, steps }: { kinds: readonly PromiseKind[]; steps: readonly string[] },
): Promise<TeamPromise[]> {
  if (kinds.length === 0 || steps.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('promise')
    .selectAll()
    .where('kind', 'in', kinds)
    .where('lookAt', 'is not', null)
    .where('said', 'in', steps)
    .orderBy('dueAt')
    .orderBy('id')
    .execute();
  return rows.map(promiseFromRow);
}
