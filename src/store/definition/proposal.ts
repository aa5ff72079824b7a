/** The proposals for a definition, signed or not; which of them counts is found by store/definition. */
import { FIRST_DEFINITION } from '../../domain/definition/definition.ts';
import type { Proposal } from '../../domain/definition/proposal.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { DefinitionRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { parseCriteria } from './criteria-json.ts';

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
    .where('signed_at', 'is', null)
    .where('replaced_at', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function upsertProposal(tx: Tx, proposal: Proposal): Promise<void> {
  assertTransaction(tx);
  const row = toRow(proposal);
  const { signed_by_marketing, signed_by_sales, signed_at, replaced_at } = row;
  await tx.sql
    .insertInto('definition')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('version')
        .doUpdateSet({ signed_by_marketing, signed_by_sales, signed_at, replaced_at }),
    )
    .execute();
}

function toRow(proposal: Proposal): DefinitionRow {
  return {
    version: proposal.version,
    criteria: JSON.stringify(proposal.criteria),
    proposed_by: proposal.proposedBy,
    proposed_at: proposal.proposedAt,
    signed_by_marketing: proposal.signatures.marketing,
    signed_by_sales: proposal.signatures.sales,
    signed_at: proposal.signedAt,
    ask_marketing: proposal.asked.marketing,
    ask_sales: proposal.asked.sales,
    channel: proposal.channel,
    replaced_at: proposal.replacedAt,
  };
}

function fromRow(row: DefinitionRow): Proposal {
  const person = (id: string | null) => id as PersonId | null;
  return {
    version: row.version,
    criteria: parseCriteria(row.criteria),
    proposedBy: row.proposed_by as PersonId,
    proposedAt: row.proposed_at,
    asked: { marketing: person(row.ask_marketing), sales: person(row.ask_sales) },
    signatures: { marketing: person(row.signed_by_marketing), sales: person(row.signed_by_sales) },
    signedAt: row.signed_at,
    replacedAt: row.replaced_at,
    channel: row.channel ?? '',
  };
}
