/** Requests that wait for a story. */
import type { InsightRequest } from '../../domain/insight/insight-request.ts';
import type { Tx } from '../transaction.ts';
import { requestFromRow } from './request.ts';

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
