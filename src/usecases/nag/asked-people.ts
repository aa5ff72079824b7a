import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import { peopleAsked } from '../../domain/insight/reply.ts';
import { ruleOf } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { findRequest, listReplies } from '../../store/insight/request.ts';
import type { Tx } from '../../store/transaction.ts';

/** Who was asked by name for what is owed together; nobody where it was asked of the channel. */
export async function askedPeople(
  tx: Tx,
  { kind, about }: Pick<TeamPromise, 'kind' | 'about'>,
): Promise<PersonId[]> {
  if (ruleOf(kind).about !== 'request') return [];
  const request = await findRequest(tx, about as InsightRequestId);
  return request ? peopleAsked(request, await listReplies(tx, request.id)) : [];
}
