/**
 * Which amounts stand for which of before. It is settled when an amount comes in and kept, so that taking amounts back, in any order, leaves what
 * the others say. Those of a batch that are for the same thing and days are one version and stand for others together: a report of fifty ad sets that
 * comes again each week would else be 2,500 pairs each time. What was corrected replaces nothing as long as its correction stands, for it was never so.
 */
import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import type { Spend } from '../../domain/money/spend.ts';
import { inList, listOf } from '../prepared.ts';
import type { Schema } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

export interface ReplacedVersion {
  versionId: string;
  byVersionId: string;
}

export interface Correction {
  spendId: string;
  byId: string;
}

/** For a `where` of a query on spend. */
export function isCounted(eb: ExpressionBuilder<Schema, 'spend'>) {
  return eb.and([eb('spend.withdrawnAt', 'is', null), eb.not(isStoodFor(eb))]);
}

/** An amount that was taken back, or that a correction stands for, stands for none. */
const STANDS = sql<boolean>`
  newer.withdrawn_at is null and not exists (
    select 1 from spend_correction as correction
    join spend as corrected on corrected.id = correction.by_id
    where correction.spend_id = newer.id and corrected.withdrawn_at is null
  )`;

/** An amount of a newer version, or a correction, stands for it now: `newer`, which may be asked for more. */
function isStoodFor(eb: ExpressionBuilder<Schema, 'spend'>, asked: RawBuilder<boolean> = sql`true`) {
  const versions = eb
    .selectFrom('spendReplacedVersion as replaced')
    .innerJoin('spend as newer', 'newer.versionId', 'replaced.byVersionId')
    .select(sql.lit(1).as('one'))
    .whereRef('replaced.versionId', '=', 'spend.versionId')
    .where(STANDS)
    .where(asked);
  const corrections = eb
    .selectFrom('spendCorrection as replaced')
    .innerJoin('spend as newer', 'newer.id', 'replaced.byId')
    .select(sql.lit(1).as('one'))
    .whereRef('replaced.spendId', '=', 'spend.id')
    .where(STANDS)
    .where(asked);
  return eb.or([eb.exists(versions), eb.exists(corrections)]);
}

export interface EarlierSpend {
  id: string;
  versionId: string;
  side: Spend['side'];
  nameKey: string | null;
  source: string | null;
  campaign: string | null;
  note: string | null;
  from: string;
  to: string;
  minor: number;
  currency: string;
  isCounted: boolean;
}

interface Earlier {
  nameKeys: readonly string[];
  from: string;
  to: string;
  /** Whose amounts are left out, for a batch replaces nothing of its own. */
  batch: string;
  /** What is being corrected: what it stood for is counted, but for that. */
  except: string | null;
}

/** What other batches hold for these names and days, replaced or not, but for what was taken back. */
export async function findEarlier(
  tx: Tx,
  { nameKeys, from, to, batch, except }: Earlier,
): Promise<EarlierSpend[]> {
  const rows = await tx.sql
    .selectFrom('spend')
    .select([
      'id',
      'versionId',
      'side',
      'nameKey',
      'source',
      'campaign',
      'note',
      'fromDate as from',
      'toDate as to',
    ])
    .select(['amountMinor as minor', 'currency'])
    .select((eb) => {
      const others = sql<boolean>`newer.batch_id <> ${batch}`;
      const asked = except === null ? others : sql<boolean>`${others} and newer.id <> ${except}`;
      return eb.case().when(isStoodFor(eb, asked)).then(0).else(1).end().as('counted');
    })
    .where((eb) =>
      eb.or([
        eb('nameKey', 'in', inList(tx.dialect, sql`${listOf(tx, nameKeys)}`)),
        eb('nameKey', 'is', null),
      ]),
    )
    .where('fromDate', '<=', to)
    .where('toDate', '>=', from)
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('batchId', 'is', null), eb('batchId', '!=', batch)]))
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ counted, ...row }) => ({ ...row, isCounted: Number(counted) === 1 }));
}

const ROWS_AT_ONCE = 200;

export async function insertReplacedVersions(tx: Tx, replaced: readonly ReplacedVersion[]): Promise<void> {
  assertTransaction(tx);
  for (let from = 0; from < replaced.length; from += ROWS_AT_ONCE)
    await tx.sql
      .insertInto('spendReplacedVersion')
      .values(replaced.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

export async function insertCorrections(tx: Tx, corrections: readonly Correction[]): Promise<void> {
  assertTransaction(tx);
  if (corrections.length > 0) await tx.sql.insertInto('spendCorrection').values(corrections).execute();
}

/** What a batch stands for: nothing any more. */
export async function deleteReplacedBy(tx: Tx, batchId: string): Promise<void> {
  assertTransaction(tx);
  const own = tx.sql.selectFrom('spend').where('batchId', '=', batchId);
  await tx.sql
    .deleteFrom('spendReplacedVersion')
    .where('byVersionId', 'in', own.select('versionId'))
    .execute();
  await tx.sql.deleteFrom('spendCorrection').where('byId', 'in', own.select('id')).execute();
}

/** All that an amount corrects, also what was corrected before by what it corrects. */
export async function listCorrected(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.sql.selectFrom('spendCorrection').select('spendId').where('byId', '=', id).execute();
  return rows.map(({ spendId }) => spendId);
}

/** The versions that those of these amounts have replaced. */
export async function listReplacedBy(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('spend')
    .innerJoin('spendReplacedVersion as replaced', 'replaced.byVersionId', 'spend.versionId')
    .select('replaced.versionId')
    .distinct()
    .where('spend.id', 'in', inList(tx.dialect, sql`${listOf(tx, ids)}`))
    .execute();
  return rows.map(({ versionId }) => versionId);
}

/** The versions that stand for that of an amount, or would, were it not corrected. */
export async function listNewer(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('spend')
    .innerJoin('spendReplacedVersion as replaced', 'replaced.versionId', 'spend.versionId')
    .select('replaced.byVersionId')
    .where('spend.id', '=', id)
    .execute();
  return rows.map(({ byVersionId }) => byVersionId);
}

/** What would be counted, were it not for this one. */
export async function listHeldBack(tx: Tx, id: string): Promise<string[]> {
  const versionOf = (ids: RawBuilder<unknown>) => sql`select version_id from spend where id in (${ids})`;
  const corrected = sql`select spend_id from spend_correction where by_id = ${id}`;
  const heldBack = (ids: RawBuilder<unknown>) => sql<boolean>`(
    spend.version_id in (select version_id from spend_replaced_version where by_version_id in (${versionOf(ids)}))
    or spend.id in (select spend_id from spend_correction where by_id in (${ids}))
  )`;
  const rows = await tx.sql
    .selectFrom('spend')
    .select('spend.id')
    .where('spend.withdrawnAt', 'is', null)
    .where(heldBack(sql`${id}`))
    .where((eb) => eb.not(isStoodFor(eb, sql<boolean>`newer.id <> ${id}`)))
    // What it corrects would stand for those again.
    .where(sql<boolean>`not ${heldBack(corrected)}`)
    .execute();
  return rows.map((row) => row.id);
}

/** How many amounts a batch replaced that no other one had. */
export async function countReplacedBy(tx: Tx, batchId: string): Promise<number> {
  const row = await tx.sql
    .selectFrom('spend')
    .select((eb) => eb.fn.countAll().as('count'))
    .where(
      sql<boolean>`(
        spend.version_id in (
          select replaced.version_id from spend_replaced_version as replaced
          join spend as own on own.version_id = replaced.by_version_id where own.batch_id = ${batchId}
        ) or spend.id in (
          select replaced.spend_id from spend_correction as replaced
          join spend as own on own.id = replaced.by_id where own.batch_id = ${batchId}
        )
      )`,
    )
    .where((eb) => eb.not(isStoodFor(eb, sql<boolean>`newer.batch_id <> ${batchId}`)))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
