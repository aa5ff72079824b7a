import { type SelectQueryBuilder, sql } from 'kysely';
import type { Lead, LeadId, MatchKeys } from '../../domain/lead/lead.ts';
import type { LeadMatch, MatchDecision, MatchedBy } from '../../domain/lead/match.ts';
import type { DialectName } from '../dialects.ts';
import { prepared } from '../prepared.ts';
import type { LeadMatchRow, LeadRow, Schema } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { isDropped } from './dropped.ts';
import { findLead, leadFrom, leadsFromRows, lockLead } from './lead.ts';

/**
 * Few enough that transactions, however many leads they bring, never exhaust PostgreSQL's table of locks; many enough that two leads seldom wait
 * for each other needlessly, as nearly all did with 64.
 */
const LOCK_KEYS = 1_024;
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
    select pg_advisory_xact_lock(${LOCK_SPACE}, lock_key) from (
      select distinct abs(hashtext(key) % ${sql.lit(LOCK_KEYS)}) as lock_key
      from unnest(${texts}::text[]) as key order by 1
    ) as lock_keys`.execute(tx.sql);
}

/** Whether there is any lead with this key: most are new, and SQLite says so in a tenth of the time that the newest of none takes. */
export async function isKnownKey(tx: Tx, by: MatchedBy, key: string): Promise<boolean> {
  return (await SOME[by](tx, { key })).length > 0;
}

/** Of the leads with this key that a new one may be a return of, the newest that somebody works on; null: nobody works on any. */
export async function findWorkedOn(tx: Tx, by: MatchedBy, key: string): Promise<Lead | null> {
  return leadFrom(tx, await WORKED_ON[by](tx, { key }));
}

/** The newest lead with this key that a new one may be a return of. */
export async function findEarlierLead(tx: Tx, by: MatchedBy, key: string): Promise<Lead | null> {
  return leadFrom(tx, await EARLIER[by](tx, { key }));
}

/** Whether this key is another lead's than this one and what was merged into it; one that was dropped as spam is a lead as well. */
export async function isAnotherLeads(
  tx: Tx,
  { by, key, id }: { by: MatchedBy; key: string; id: LeadId },
): Promise<boolean> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select((eb) => eb.fn.coalesce('mergedInto', 'id').as('of'))
    .distinct()
    .where(`${by}Key`, '=', key)
    .where('isTest', '=', 0)
    .limit(LATELY)
    .execute();
  for (const { of } of rows) {
    const lead = of === id ? null : await findLead(tx, of);
    if (lead && (await findUnmerged(tx, lead)).id !== id) return true;
  }
  return false;
}

/** Null: the company has none, or several. */
export async function findOnlyLeadOfCompany(tx: Tx, companyKey: string): Promise<LeadId | null> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select('id')
    .where('companyKey', '=', companyKey)
    .where('isTest', '=', 0)
    .where('mergedInto', 'is', null)
    .limit(2)
    .execute();
  const [only, ...others] = rows;
  return only && others.length === 0 ? only.id : null;
}

const SOME = { email: someBy('email'), phone: someBy('phone'), company: someBy('company') };
const WORKED_ON = { email: workedOnBy('email'), phone: workedOnBy('phone'), company: workedOnBy('company') };
const EARLIER = { email: earlierBy('email'), phone: earlierBy('phone'), company: earlierBy('company') };

function someBy(by: MatchedBy) {
  return prepared<{ key: string }, Pick<LeadRow, 'id'>>(({ sql: db, values }) =>
    db.selectFrom('lead').select('id').where(`${by}Key`, '=', values.key).limit(1),
  );
}

function workedOnBy(by: MatchedBy) {
  return prepared<{ key: string }, LeadRow>(({ sql: db, dialect, values }) =>
    newestFirst(db.selectFrom('lead').selectAll(), dialect)
      .where(`${by}Key`, '=', values.key)
      .where('isTest', '=', 0)
      .where('state', 'in', ['claimed', 'qualified'])
      .where('owner', 'is not', null)
      .limit(1),
  );
}

function earlierBy(by: MatchedBy) {
  return prepared<{ key: string }, LeadRow>(({ sql: db, dialect, values }) =>
    newestFirst(db.selectFrom('lead').selectAll(), dialect)
      .where(`${by}Key`, '=', values.key)
      .where('isTest', '=', 0)
      .where('state', '!=', 'merged')
      .where((eb) => eb.not(eb.and([eb('state', '=', 'rejected'), isDropped(eb)])))
      .limit(1),
  );
}

/** Of one moment, the one that was inserted last: an index of SQLite's ends with the row's number, and nothing has to be sorted. */
function newestFirst<Row>(query: SelectQueryBuilder<Schema, 'lead', Row>, dialect: DialectName) {
  return query.orderBy('receivedAt', 'desc').orderBy(dialect === 'sqlite' ? sql`rowid` : 'id', 'desc');
}

/** Of somebody who writes the same many times the newest are enough. */
const LATELY = 20;

/** What came with this e-mail address or phone number between two instants, the newest first, merged ones and tests too. */
export async function findLately(
  tx: Tx,
  by: 'email' | 'phone',
  { key, since, until }: { key: string; since: number; until: number },
): Promise<Lead[]> {
  const rows = await newestFirst(tx.sql.selectFrom('lead').selectAll(), tx.dialect)
    .where(`${by}Key`, '=', key)
    .where('receivedAt', '>=', since)
    .where('receivedAt', '<=', until)
    .limit(LATELY)
    .execute();
  return leadsFromRows(tx, rows);
}

/** The lead itself, or the one that it was merged into in the end. */
export async function findUnmerged(tx: Tx, lead: Lead): Promise<Lead> {
  const into = lead.mergedInto && (await findLead(tx, lead.mergedInto));
  return into ? findUnmerged(tx, into) : lead;
}

/** The same, for writing. */
export async function findUnmergedLead(tx: Tx, id: LeadId): Promise<Lead | null> {
  const lead = await lockLead(tx, id);
  return lead?.mergedInto ? findUnmergedLead(tx, lead.mergedInto) : lead;
}

/** What came with it, oldest first. */
export async function listMergedLeads(tx: Tx, into: LeadId): Promise<Lead[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .selectAll()
    .where('mergedInto', '=', into)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
  return leadsFromRows(tx, rows);
}

/** How often the words of this lead came again, and when last, epoch ms; null: never. Those merged by people have cards of their own. */
export async function countRepeats(tx: Tx, first: LeadId): Promise<{ count: number; lastAt: number } | null> {
  const { count, lastAt } = await tx.sql
    .selectFrom('lead')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('receivedAt').as('lastAt')])
    .where('mergedInto', '=', first)
    .where('cardChannel', 'is', null)
    .executeTakeFirstOrThrow();
  return lastAt === null ? null : { count: Number(count), lastAt };
}

export async function insertMatches(tx: Tx, matches: readonly LeadMatch[]): Promise<void> {
  assertTransaction(tx);
  if (matches.length > 0) await tx.sql.insertInto('leadMatch').values(matches.map(toRow)).execute();
}

export async function findMatch(tx: Tx, leadId: LeadId): Promise<LeadMatch | null> {
  const row = await tx.sql
    .selectFrom('leadMatch')
    .selectAll()
    .where('leadId', '=', leadId)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The one whose messages about this earlier lead and to this person are still the newest, since `since`. */
export async function findHeadMatch(
  tx: Tx,
  { earlierId, told, since }: Pick<LeadMatch, 'earlierId' | 'told'> & { since: number },
): Promise<LeadId | null> {
  const row = await tx.sql
    .selectFrom('leadMatch')
    .select('leadId')
    .where('earlierId', '=', earlierId)
    .where('told', told === null ? 'is' : '=', told)
    .where('toldWith', 'is', null)
    .where('foundAt', '>', since)
    .orderBy('foundAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.leadId ?? null;
}

/** All that is told in the messages of this match, itself included, oldest first. */
export async function listToldWith(tx: Tx, { leadId, earlierId }: LeadMatch): Promise<LeadMatch[]> {
  const rows = await tx.sql
    .selectFrom('leadMatch')
    .selectAll()
    .where('earlierId', '=', earlierId)
    .where((eb) => eb.or([eb('leadId', '=', leadId), eb('toldWith', '=', leadId)]))
    .orderBy('foundAt')
    .orderBy('leadId')
    .execute();
  return rows.map(fromRow);
}

/** The newest lead that may be a return of this one, and that nobody has decided about. */
export async function findOpenMatchOf(tx: Tx, earlierId: LeadId): Promise<LeadMatch | null> {
  const row = await tx.sql
    .selectFrom('leadMatch')
    .selectAll()
    .where('earlierId', '=', earlierId)
    .where('decision', 'is', null)
    .orderBy('foundAt', 'desc')
    .orderBy('leadId', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function updateMatchDecision(
  tx: Tx,
  leadId: LeadId,
  decision: MatchDecision | null,
): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .updateTable('leadMatch')
    .set({
      decision: decision?.kind ?? null,
      decidedBy: decision?.by ?? null,
      decidedAt: decision?.at ?? null,
    })
    .where('leadId', '=', leadId)
    .execute();
}

function toRow({ decision, ...match }: LeadMatch): LeadMatchRow {
  return {
    ...match,
    decision: decision?.kind ?? null,
    decidedBy: decision?.by ?? null,
    decidedAt: decision?.at ?? null,
  };
}

function fromRow({ decision: kind, decidedBy: by, decidedAt: at, ...match }: LeadMatchRow): LeadMatch {
  return { ...match, decision: kind && by && at ? { kind, by, at } : null };
}
