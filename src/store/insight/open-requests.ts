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
        eb('asked_people', 'like', `%"${person}"%`),
        eb(
          'id',
          'in',
          eb.selectFrom('insight_reply').select('request_id').where('named_person', '=', person),
        ),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('insight_reply')
            .select('insight_reply.id')
            .whereRef('insight_reply.request_id', '=', 'insight_request.id')
            .where('insight_reply.person', '=', person),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('story')
            .select('story.id')
            .whereRef('story.request_id', '=', 'insight_request.id')
            .where('story.told_by', '=', person),
        ),
      ),
    );
  return found(query, limit);
}

/** What this person has asked for and nobody has brought yet. */
export function findRequestsBy(tx: Tx, person: PersonId, limit: number): Promise<FoundRequests> {
  return found(open(tx).where('asked_by', '=', person), limit);
}

function open(tx: Tx) {
  return tx.sql.selectFrom('insight_request').where('state', '=', 'open');
}

async function found(query: ReturnType<typeof open>, limit: number): Promise<FoundRequests> {
  const rows = await query.selectAll().orderBy('due_date').orderBy('id').limit(limit).execute();
  const all = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  return { shown: rows.map(requestFromRow), count: Number(all?.count) };
}
