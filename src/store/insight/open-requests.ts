/** Requests as their Home shows them: those that wait for a person, and those that a person waits for. The first due first. */
import type { InsightRequest } from '../../domain/insight/insight-request.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Tx } from '../transaction.ts';
import { requestFromRow } from './request.ts';

interface FoundRequests {
  shown: InsightRequest[];
  count: number;
}

/** Asked by name, or named by somebody as the one who would know, and not answered by them yet. */
export function findRequestsFor(tx: Tx, person: PersonId, limit: number): Promise<FoundRequests> {
  const query = open(tx)
    .where((eb) =>
      eb.or([
        // Ids are letters and digits: nothing in them is a wildcard, and the quotes keep one from being the beginning of another.
        eb(eb.ref('askedPeople').$castTo<string>(), 'like', `%"${person}"%`),
        eb('id', 'in', eb.selectFrom('insightReply').select('requestId').where('namedPerson', '=', person)),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('insightReply')
            .select('insightReply.id')
            .whereRef('insightReply.requestId', '=', 'insightRequest.id')
            .where('insightReply.person', '=', person),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('story')
            .select('story.id')
            .whereRef('story.requestId', '=', 'insightRequest.id')
            .where('story.toldBy', '=', person),
        ),
      ),
    );
  return found(query, limit);
}

/** What this person has asked for and nobody has brought yet. */
export function findRequestsBy(tx: Tx, person: PersonId, limit: number): Promise<FoundRequests> {
  return found(open(tx).where('askedBy', '=', person), limit);
}

/** Those posted in a channel that is not the field's any more, held for writing; the first asked first. */
export async function lockRequestsElsewhere(
  tx: Tx,
  channel: string,
  limit: number,
): Promise<InsightRequest[]> {
  const query = open(tx).selectAll().where('channel', '!=', channel).orderBy('id').limit(limit);
  const rows = await (tx.dialect === 'postgres' ? query.forUpdate() : query).execute();
  return rows.map(requestFromRow);
}

function open(tx: Tx) {
  return tx.sql.selectFrom('insightRequest').where('state', '=', 'open');
}

async function found(query: ReturnType<typeof open>, limit: number): Promise<FoundRequests> {
  const rows = await query.selectAll().orderBy('dueDate').orderBy('id').limit(limit).execute();
  const all = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  return { shown: rows.map(requestFromRow), count: Number(all?.count) };
}
