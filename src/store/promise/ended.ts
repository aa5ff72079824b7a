import { LEAD_KINDS } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Tx } from '../transaction.ts';
import { promiseFromRow } from './promise.ts';

/** What this person owed to leads and somebody else has ended since (epoch ms), in that order. Reads every promise: asked once a leave. */
export async function listEndedByOthers(tx: Tx, person: PersonId, since: number): Promise<TeamPromise[]> {
  const rows = await tx.sql
    .selectFrom('promise')
    .selectAll()
    .where('owedBy', '=', person)
    .where('kind', 'in', LEAD_KINDS)
    .where('endedAt', '>=', since)
    .where('endedBy', '!=', person)
    .orderBy('endedAt')
    .orderBy('id')
    .execute();
  return rows.map(promiseFromRow);
}
