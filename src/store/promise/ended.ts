import { type SqlBool, sql } from 'kysely';
import { LEAD_KINDS } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Tx } from '../transaction.ts';
import { promiseFromRow } from './promise.ts';

interface Between {
  /** Epoch ms, both included. */
  since: number;
  until: number;
}

/** What this person owed to leads and somebody else has ended meanwhile, in that order. Answered by the index promise_taken. */
export async function listEndedByOthers(
  tx: Tx,
  person: PersonId,
  { since, until }: Between,
): Promise<TeamPromise[]> {
  const rows = await tx.sql
    .selectFrom('promise')
    .selectAll()
    .where(IS_BY_ANOTHER)
    .where('owedBy', '=', person)
    .where('kind', 'in', LEAD_KINDS)
    .where('endedAt', '>=', since)
    .where('endedAt', '<=', until)
    .orderBy('endedAt')
    .orderBy('id')
    .execute();
  return rows.map(promiseFromRow);
}

/** As the index says it. */
const IS_BY_ANOTHER = sql<SqlBool>`ended_by <> owed_by and owed_by <> 'marketing' and owed_by <> 'sales'`;
