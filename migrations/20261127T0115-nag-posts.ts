import { type Kysely, sql } from 'kysely';
import { big } from './columns.ts';

/**
 * Leads that are due at one moment stand in one post of the channel, and a nag says in which. From now on promises say themselves how far their
 * reminders have gone, as nags alone did before: what was said is not said again, and what the managers know goes on each day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('nag').addColumn('post_at', big(db)).execute();
  await sql`create index nag_post on nag (post_at) where post_at is not null`.execute(db);
  await sql.raw(SAID).execute(db);
  await sql.raw(TOLD).execute(db);
}

const SENT = `from nag where nag.lead_id = promise.about and nag.promise = promise.kind
  and nag.sent_at >= promise.cycle_at`;

/** Looked at once more at once: by the ladder's next step, which may be today's message. */
const SAID = `update promise set said = (select step ${SENT} order by sent_at desc limit 1), look_at = 0
  where ended_at is null and said is null and look_at is not null and exists (select 1 ${SENT})`;

const TOLD = `update promise set told_at = (select min(sent_at) ${SENT} and nag.step = 'manager')
  where ended_at is null and told_at is null and look_at = 0`;
