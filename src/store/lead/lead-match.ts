import { type ExpressionBuilder, sql } from 'kysely';
import type { Lead, LeadId, MatchKeys } from '../../domain/lead/lead.ts';
import type { LeadMatch, MatchDecision, MatchedBy } from '../../domain/lead/match.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { LeadMatchRow, Schema } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { leadFromRow, lockLead } from './lead.ts';

/** Few enough that one transaction, however many leads it brings, never exhausts PostgreSQL's table of locks. */
const LOCK_BUCKETS = 64;
/** "lead", so that these locks are no one else's. */
const LOCK_SPACE = 0x6c656164;

/**
 * Until the end of the transaction, nobody else takes in a lead with one of these keys: of two that arrive at the same moment, the
 * second sees the first. On SQLite the whole database is ours already.
 */
export async function lockMatchKeys(tx: Tx, keys: readonly MatchKeys[]): Promise<void> {
  assertTransaction(tx);
  const texts = keys
    .flatMap(({ email, phone, company }) => [email, phone, company])
    .filter((key) => key !== null);
  if (tx.dialect !== 'postgres' || texts.length === 0) return;
  // In one order for all, so that no two wait for each other.
  await sql`
    select pg_advisory_xact_lock(${LOCK_SPACE}, bucket) from (
      select distinct abs(hashtext(key) % ${sql.lit(LOCK_BUCKETS)}) as bucket
      from unnest(${texts}::text[]) as key order by 1
    ) as buckets`.execute(tx.sql);
}

/** The newest lead with this key that a new one may be a return of. */
export async function findEarlierLead(tx: Tx, by: MatchedBy, key: string): Promise<Lead | null> {
  const row = await tx.sql
    .selectFrom('lead')
    .selectAll()
    .where(`${by}_key`, '=', key)
    .where('is_test', '=', 0)
    .where('state', '!=', 'merged')
    .where((eb) => eb.not(eb.and([eb('state', '=', 'rejected'), isOfNoCount(eb)])))
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? leadFromRow(row) : null;
}

/** Spam, or a duplicate of yet another one. */
function isOfNoCount(eb: ExpressionBuilder<Schema, 'lead'>) {
  return eb.exists(
    eb
      .selectFrom('reject_reason')
      .select('code')
      .whereRef('code', '=', 'lead.reject_reason')
      .where('counts', '=', 0),
  );
}

/** The lead itself, or the one that it was merged into in the end, for writing. */
export async function findUnmergedLead(tx: Tx, id: LeadId): Promise<Lead | null> {
  const lead = await lockLead(tx, id);
  return lead?.mergedInto ? findUnmergedLead(tx, lead.mergedInto) : lead;
}

/** What came with it, oldest first. */
export async function listMergedLeads(tx: Tx, into: LeadId): Promise<Lead[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .selectAll()
    .where('merged_into', '=', into)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map(leadFromRow);
}

export async function insertMatches(tx: Tx, matches: readonly LeadMatch[]): Promise<void> {
  assertTransaction(tx);
  if (matches.length > 0) await tx.sql.insertInto('lead_match').values(matches.map(toRow)).execute();
}

export async function findMatch(tx: Tx, leadId: LeadId): Promise<LeadMatch | null> {
  const row = await tx.sql
    .selectFrom('lead_match')
    .selectAll()
    .where('lead_id', '=', leadId)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The newest lead that may be a return of this one, and that nobody has decided about. */
export async function findOpenMatchOf(tx: Tx, earlierId: LeadId): Promise<LeadMatch | null> {
  const row = await tx.sql
    .selectFrom('lead_match')
    .selectAll()
    .where('earlier_id', '=', earlierId)
    .where('decision', 'is', null)
    .orderBy('found_at', 'desc')
    .orderBy('lead_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function updateMatchDecision(
  tx: Tx,
  leadId: LeadId,
  { kind, by, at }: MatchDecision,
): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .updateTable('lead_match')
    .set({ decision: kind, decided_by: by, decided_at: at })
    .where('lead_id', '=', leadId)
    .execute();
}

function toRow({ leadId, earlierId, by, foundAt, told, decision }: LeadMatch): LeadMatchRow {
  return {
    lead_id: leadId,
    earlier_id: earlierId,
    by,
    found_at: foundAt,
    told,
    decision: decision?.kind ?? null,
    decided_by: decision?.by ?? null,
    decided_at: decision?.at ?? null,
  };
}

function fromRow(row: LeadMatchRow): LeadMatch {
  const { decision, decided_by, decided_at } = row;
  return {
    leadId: row.lead_id as LeadId,
    earlierId: row.earlier_id as LeadId,
    by: row.by as MatchedBy,
    foundAt: row.found_at,
    told: row.told as PersonId | null,
    decision:
      decision === null || decided_by === null || decided_at === null
        ? null
        : { kind: decision as MatchDecision['kind'], by: decided_by as PersonId, at: decided_at },
  };
}
