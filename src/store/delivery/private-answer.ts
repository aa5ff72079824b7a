import type { PersonId } from '../../domain/team/actor.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** What somebody was told for their eyes only, in Slack's markup, and may not have seen. */
export interface PrivateAnswer {
  id: string;
  person: PersonId;
  text: string;
  /** Epoch ms. */
  at: number;
}

export async function insertPrivateAnswer(tx: Tx, answer: PrivateAnswer): Promise<void> {
  assertTransaction(tx);
  await tx.sql.insertInto('privateAnswer').values(answer).execute();
}

export async function findPrivateAnswer(tx: Tx, id: string): Promise<PrivateAnswer | null> {
  const row = await tx.sql.selectFrom('privateAnswer').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function deleteOldPrivateAnswers(tx: Tx, before: number): Promise<void> {
  assertTransaction(tx);
  await tx.sql.deleteFrom('privateAnswer').where('at', '<', before).execute();
}
