import { type Kysely, sql } from 'kysely';

/** Those that answer for leads at work hold these alone: a million old ones out of a file are no weight on a Home, nor on their own arrival. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of Object.keys(PARTIAL).filter((each) => !NEW.includes(each)))
    await db.schema.dropIndex(name).execute();
  for (const [name, text] of Object.entries(PARTIAL))
    await sql.raw(`create index ${name} on lead ${text}`).execute(db);
}

const NEW = ['lead_open', 'lead_returned'];

/** Where store/lead asks: SQLite takes one only for a query whose condition is written as here. */
const PARTIAL: Record<string, string> = {
  lead_unclaimed: `(
    priority,
    (coalesce(open_since, case when received_at > created_at then received_at else created_at end)),
    snoozed_until, is_test, source, card_channel, open_since, received_at, created_at)
    where state = 'new' and card_channel is not null`,
  lead_claimed: `(priority, claimed_at, contacted_at, snoozed_until, is_test, owner, state) where state = 'claimed'`,
  lead_returned: `(verdict_at) where state = 'returned'`,
  lead_open: `(id) where state in ('new', 'claimed') and card_channel is not null`,
  lead_of_owner: `(owner, state, priority, claimed_at, contacted_at, snoozed_until) where owner is not null`,
  lead_next_nag_at: '(next_nag_at) where next_nag_at is not null',
  lead_rests_until: '(rests_until) where rests_until is not null',
  lead_currency: '(currency) where currency is not null',
  lead_merged_into: '(merged_into) where merged_into is not null',
  lead_external_id: '(external_id) where external_id is not null',
  lead_email_key: '(email_key, received_at) where email_key is not null',
  lead_phone_key: '(phone_key, received_at) where phone_key is not null',
  lead_company_key: '(company_key, received_at) where company_key is not null',
};
