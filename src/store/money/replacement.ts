/**
 * Which amounts stand for which of before. It is settled when an amount comes in and kept, so that taking amounts back, in any order, leaves what
 * the others say. What was corrected replaces nothing as long as its correction stands, for it was never so.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Spend } from '../../domain/money/spend.ts';
import { inList, listOf } from '../prepared.ts';
import type { Schema } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

export interface Replacement {
  spendId: string;
  byId: string;
  kind: 'newer' | 'correction';
}

/** For a `where` of a query on spend. */
export function isCounted(eb: ExpressionBuilder<Schema, 'spend'>) {
  return eb.and([eb('spend.withdrawnAt', 'is', null), eb.not(eb.exists(standingFor(eb)))]);
}

/** The amounts that stand for one now. */
function standingFor(eb: ExpressionBuilder<Schema, 'spend'>) {
  return eb
    .selectFrom('spendReplacement as replacement')
    .innerJoin('spend as newer', 'newer.id', 'replacement.byId')
    .select(sql.lit(1).as('one'))
    .whereRef('replacement.spendId', '=', 'spend.id')
    .where('newer.withdrawnAt', 'is', null)
    .where((inner) =>
      inner.not(
        inner.exists(
          // A correction of a correction names all that it corrects, so that one step tells.
          inner
            .selectFrom('spendReplacement as correction')
            .innerJoin('spend as corrected', 'corrected.id', 'correction.byId')
            .select(sql.lit(1).as('one'))
            .whereRef('correction.spendId', '=', 'newer.id')
            .where('correction.kind', '=', 'correction')
            .where('corrected.withdrawnAt', 'is', null),
        ),
      ),
    );
}

export interface EarlierSpend {
  id: string;
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
    .select(['id', 'side', 'nameKey', 'source', 'campaign', 'note', 'fromDate as from', 'toDate as to'])
    .select(['amountMinor as minor', 'currency'])
    .select((eb) => {
      const others = standingFor(eb).where('newer.batchId', '!=', batch);
      const standing = except === null ? others : others.where('newer.id', '!=', except);
      return eb.case().when(eb.exists(standing)).then(0).else(1).end().as('counted');
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

export async function insertReplacements(tx: Tx, replacements: readonly Replacement[]): Promise<void> {
  assertTransaction(tx);
  for (let from = 0; from < replacements.length; from += ROWS_AT_ONCE)
    await tx.sql
      .insertInto('spendReplacement')
      .values(replacements.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

/** All that an amount corrects, also what was corrected before by what it corrects. */
export async function listCorrected(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('spendReplacement')
    .select('spendId')
    .where('byId', '=', id)
    .where('kind', '=', 'correction')
    .execute();
  return rows.map(({ spendId }) => spendId);
}

/** What any of these has replaced. */
export async function listReplacedBy(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('spendReplacement')
    .select('spendId')
    .distinct()
    .where('byId', 'in', inList(tx.dialect, sql`${listOf(tx, ids)}`))
    .execute();
  return rows.map(({ spendId }) => spendId);
}

/** What stands for it, or would, were it not corrected. */
export async function listNewer(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('spendReplacement')
    .select('byId')
    .where('spendId', '=', id)
    .where('kind', '=', 'newer')
    .execute();
  return rows.map(({ byId }) => byId);
}

/** What would be counted, were it not for this one. */
export async function listHeldBack(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('spend')
    .select('spend.id')
    .where('spend.withdrawnAt', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('spendReplacement as mine')
          .select(sql.lit(1).as('one'))
          .whereRef('mine.spendId', '=', 'spend.id')
          .where('mine.byId', '=', id),
      ),
    )
    .where((eb) => eb.not(eb.exists(standingFor(eb).where('newer.id', '!=', id))))
    // What it corrects would stand for those again.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('spendReplacement as correction')
            .innerJoin('spendReplacement as again', 'again.byId', 'correction.spendId')
            .select(sql.lit(1).as('one'))
            .where('correction.byId', '=', id)
            .where('correction.kind', '=', 'correction')
            .whereRef('again.spendId', '=', 'spend.id'),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** How many amounts a batch replaced that no other one had. */
export async function countReplacedBy(tx: Tx, batchId: string): Promise<number> {
  const row = await tx.sql
    .selectFrom('spend')
    .select((eb) => eb.fn.countAll().as('count'))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('spendReplacement as mine')
          .innerJoin('spend as own', 'own.id', 'mine.byId')
          .select(sql.lit(1).as('one'))
          .whereRef('mine.spendId', '=', 'spend.id')
          .where('own.batchId', '=', batchId),
      ),
    )
    .where((eb) => eb.not(eb.exists(standingFor(eb).where('newer.batchId', '!=', batchId))))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
