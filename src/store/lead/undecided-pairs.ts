/** Matches that nobody has decided about: a new lead and an earlier one that may be the same, while the new one can still be merged. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { ManagerHome } from '../../domain/home.ts';
import { MERGEABLE } from '../../domain/lead/merge.ts';
import type { Schema } from '../schema.ts';
import type { Tx } from '../transaction.ts';
import { findLeads } from './lead.ts';

/** Those that wait the longest, and how many there are. Cost: the undecided ones, by index. */
export async function findUndecidedPairs(
  tx: Tx,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<ManagerHome['pairs']> {
  const rows = await tx.sql
    .selectFrom('leadMatch')
    .innerJoin('lead', 'lead.id', 'leadMatch.leadId')
    .select(['leadId', 'earlierId', 'by', 'foundAt'])
    .select(sql<number>`count(*) over ()`.as('count'))
    .where('decision', 'is', null)
    .where((eb) => isMergeable(eb))
    .orderBy('foundAt')
    .orderBy('leadId')
    .limit(limit)
    .offset(offset)
    .execute();
  const leads = await findLeads(
    tx,
    rows.flatMap(({ leadId, earlierId }) => [leadId, earlierId]),
  );
  const found = new Map(leads.map((lead) => [lead.id, lead]));
  const shown = rows.flatMap(({ leadId, earlierId, by, foundAt }) => {
    const [lead, earlier] = [found.get(leadId), found.get(earlierId)];
    return lead && earlier ? [{ lead, earlier, by, foundAt }] : [];
  });
  return { shown, count: Number(rows[0]?.count ?? 0) };
}

/** Of leads that arrived in this time, those of a person who wrote before: they may be counted twice. */
export async function countUndecidedOf(
  tx: Tx,
  { start, end }: { start: number; end: number },
): Promise<number> {
  const { count } = await tx.sql
    .selectFrom('leadMatch')
    .innerJoin('lead', 'lead.id', 'leadMatch.leadId')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('decision', 'is', null)
    .where('by', 'in', ['email', 'phone'])
    .where((eb) => isMergeable(eb))
    .where('receivedAt', '>=', start)
    .where('receivedAt', '<', end)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function isMergeable(eb: ExpressionBuilder<Schema, 'lead'>) {
  return eb('lead.state', 'in', MERGEABLE);
}
