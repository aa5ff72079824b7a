/** Leads by what their senders call them: ids, and those that a vendor has merged. */
import type { LeadId } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { inList, listOf, prepared } from '../prepared.ts';
import type { LeadRow } from '../schema.ts';
import type { Tx } from '../transaction.ts';

/** One that came under an id that is asked for, or under another one of the same person's. */
export interface Delivered {
  id: LeadId;
  /** The id that was asked for. */
  asked: string;
  /** The text that it is stored with; null: none was named. */
  source: string | null;
  /** Of whom has merged the ids; undefined: it came under the very id. */
  mergedAt?: string | undefined;
  name: string | null;
  emailKey: string | null;
  phoneKey: string | null;
  isTest: number;
  owner: PersonId | null;
  mergedInto: LeadId | null;
  receivedAt: number;
}

/** Under these very ids, from whatever source; the first first. */
export async function findDelivered(tx: Tx, externalIds: readonly string[]): Promise<Delivered[]> {
  if (externalIds.length === 0) return [];
  const rows = await selectDelivered(tx, { externalIds: listOf(tx, [...new Set(externalIds)]) });
  return rows.map(delivered).sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1));
}

/** Under an id that a vendor has merged with one of these; one that is not merged away comes first. */
export async function findRelated(tx: Tx, externalIds: readonly string[]): Promise<Delivered[]> {
  if (externalIds.length === 0) return [];
  const rows = await selectRelated(tx, { externalIds: listOf(tx, [...new Set(externalIds)]) });
  return rows.map(delivered);
}

type Row = Pick<
  LeadRow,
  'id' | 'source' | 'name' | 'emailKey' | 'phoneKey' | 'isTest' | 'owner' | 'mergedInto' | 'receivedAt'
> & {
  asked: string | null;
};

function delivered<Found extends Row>({ asked, source, ...row }: Found) {
  return { ...row, asked: asked ?? '', source: source || null };
}

const FACTS = [
  ...(['lead.id', 'lead.source', 'lead.name', 'lead.emailKey', 'lead.phoneKey', 'lead.isTest'] as const),
  ...(['lead.owner', 'lead.mergedInto', 'lead.receivedAt'] as const),
] as const;

/** However many: the one value is a list. */
const selectDelivered = prepared<{ externalIds: unknown }, Row>(
  ({ sql: db, dialect, values: { externalIds } }) =>
    db
      .selectFrom('lead')
      .select([...FACTS, 'lead.externalId as asked'])
      .where('externalId', 'in', inList(dialect, externalIds)),
);

const selectRelated = prepared<{ externalIds: unknown }, Row & { mergedAt: string }>(
  ({ sql: db, dialect, values: { externalIds } }) =>
    db
      .selectFrom('mergedId as asked')
      .innerJoin('mergedId as other', (join) =>
        join.onRef('other.source', '=', 'asked.source').onRef('other.family', '=', 'asked.family'),
      )
      .innerJoin('lead', 'lead.externalId', 'other.externalId')
      .select([...FACTS, 'asked.externalId as asked', 'asked.source as mergedAt'])
      .where('asked.externalId', 'in', inList(dialect, externalIds))
      .orderBy((eb) => eb.case().when('lead.mergedInto', 'is', null).then(0).else(1).end())
      .orderBy('lead.receivedAt'),
);

/** The last that came of this person, newest first: of somebody who writes often the newest are enough. */
export async function findLatestOfPerson(
  tx: Tx,
  email: string,
): Promise<{ id: LeadId; source: string | null }[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select(['id', 'source'])
    .where('emailKey', '=', email)
    .orderBy('receivedAt', 'desc')
    .limit(LATEST)
    .execute();
  return rows.map(({ id, source }) => ({ id, source: source || null }));
}

const LATEST = 100;
