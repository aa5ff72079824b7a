/** The proposals for a definition, signed or not; which of them counts is found by store/definition. */
import { FIRST_DEFINITION } from '../../domain/definition/definition.ts';
import type { Proposal } from '../../domain/definition/proposal.ts';
import { fromJson, toJson } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { CriteriaJson } from './criteria-json.ts';
import type { DefinitionRow } from './definition-row.ts';

/** The one that a new team starts with is a version, too, though no row. */
export async function findLastVersion(tx: Tx): Promise<number> {
  const row = await tx.sql
    .selectFrom('definition')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  return Math.max(row?.version ?? 0, FIRST_DEFINITION.version);
}

export async function findProposal(tx: Tx, version: number): Promise<Proposal | null> {
  const row = await tx.sql
    .selectFrom('definition')
    .selectAll()
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** For who is about to sign: two who sign at once do it one after the other. */
export async function lockProposal(tx: Tx, version: number): Promise<Proposal | null> {
  const query = tx.sql.selectFrom('definition').selectAll().where('version', '=', version);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The one that waits for signatures. */
export async function findOpenProposal(tx: Tx): Promise<Proposal | null> {
  const row = await tx.sql
    .selectFrom('definition')
    .selectAll()
    .where('signedAt', 'is', null)
    .where('replacedAt', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function upsertProposal(tx: Tx, proposal: Proposal): Promise<void> {
  assertTransaction(tx);
  const row = toRow(proposal);
  const { signedByMarketing, signedBySales, signedAt, replacedAt, endedHow, endedBy, endedReason } = row;
  await tx.sql
    .insertInto('definition')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('version').doUpdateSet({
        ...{ signedByMarketing, signedBySales, signedAt },
        ...{ replacedAt, endedHow, endedBy, endedReason },
      }),
    )
    .execute();
}

function toRow({ asked, signatures, end, ...proposal }: Proposal): DefinitionRow {
  return {
    ...proposal,
    criteria: toJson(proposal.criteria),
    askMarketing: asked.marketing,
    askSales: asked.sales,
    signedByMarketing: signatures.marketing,
    signedBySales: signatures.sales,
    replacedAt: end?.at ?? null,
    endedHow: end?.how ?? null,
    endedBy: end?.by ?? null,
    endedReason: end?.reason ?? null,
  };
}

function fromRow(row: DefinitionRow): Proposal {
  const { askMarketing, askSales, signedByMarketing, signedBySales, ...rest } = row;
  const { replacedAt: at, endedHow, endedBy: by, endedReason: reason, ...proposal } = rest;
  return {
    ...proposal,
    criteria: fromJson(CriteriaJson, row.criteria),
    asked: { marketing: askMarketing, sales: askSales },
    signatures: { marketing: signedByMarketing, sales: signedBySales },
    channel: row.channel ?? '',
    // Versions of before knew of no other end than that.
    end: at === null ? null : { how: endedHow ?? 'replaced', by, at, reason },
  };
}
