/** What is wrong with the rows that a transaction leaves behind. */
import type { Tx } from '../../../src/store/transaction.ts';
import type { Spoil } from './transactions.ts';

const EVERY = 3;
const isDue = (nth: number) => nth % EVERY === 0;

export const acknowledgingEarly: Spoil = async ({ nth }) => isDue(nth);

export const droppingLeads: Spoil = async ({ tx, leads, nth }) => {
  if (leads === 0 || !isDue(nth)) return false;
  const { id } = await newestLead(tx);
  await tx.sql.deleteFrom('leadEvent').where('leadId', '=', id).execute();
  await tx.sql.deleteFrom('lead').where('id', '=', id).execute();
  return false;
};

export const writingRowsTwice: Spoil = async ({ tx, leads, nth }) => {
  if (leads === 0 || !isDue(nth)) return false;
  const lead = await newestLead(tx);
  const id = `${lead.id.slice(0, -4)}ffff` as typeof lead.id;
  await tx.sql
    .insertInto('lead')
    .values({ ...lead, id, externalId: null, cardChannel: null })
    .execute();
  return false;
};

export const losingAnnouncements: Spoil = async ({ tx, nth }) => {
  if (!isDue(nth)) return false;
  await tx.sql
    .deleteFrom('outbox')
    .where('kind', 'in', ['lead_card', 'lead_line'])
    .where('status', '=', 'pending')
    .execute();
  return false;
};

function newestLead(tx: Tx) {
  return tx.sql
    .selectFrom('lead')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
}
