/**
 * A database that has lived for two years: twenty thousand leads, of which few are open, with their history, nags and messages. Written in
 * plain SQL, which both databases read and which takes a second.
 */
import { sql } from 'kysely';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { Database } from '../../src/store/database.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { testDatabaseUrl } from './databases.ts';

/** Tuesday, 17 November 2026, ten o'clock. */
export const NOW = Date.parse('2026-11-17T10:00:00Z');
const LEADS = 20_000;
const TWO_YEARS = 730 * 86_400_000;
const EACH = TWO_YEARS / LEADS;

/** `n` counts from 1; one in ten is open, a quarter is hot, fifty people own them. */
const FILL: readonly string[] = [
  `insert into lead (id, source, external_id, campaign, name, email, email_key, phone_key, company_key, segment, priority, fields,
     is_test, received_at, created_at, state, owner, claimed_at, contacted_at, verdict_at, closed_at, reject_reason, value_minor,
     currency, rests_until, snoozed_until, card_channel, next_nag_at, version)
   select 'lead_' || n, 'source ' || n % 12, 'external-' || n, 'campaign ' || n % 40, 'Person ' || n, 'p' || n || '@c.example',
     'p' || n % 15000 || '@c' || n % 900 || '.example', 'phone-' || n % 15000, 'c' || n % 900 || '.example', 'segment ' || n % 6,
     case when n % 4 = 0 then 'hot' else 'standard' end, '{}',
     case when n % 101 = 0 then 1 else 0 end, at, at, state,
     case when state = 'new' then null else 'U_REP' || n % 50 end,
     case when state = 'new' then null else at + 1800000 end,
     case when state = 'new' or n % 2 = 0 then null else at + 3600000 end,
     case when state in ('new', 'claimed') then null else at + 7200000 end,
     case when state in ('won', 'lost') then at + 86400000 end,
     case when state in ('rejected', 'resting', 'returned') then 'no_budget' end,
     case when state = 'won' then 100000 end, case when state = 'won' then 'EUR' end,
     case when state = 'resting' then '20' || (27 + n % 3) || '-01-01' end,
     case when n % 17 = 0 then ${NOW} + 86400000 end, 'C_LEADS',
     case when state in ('new', 'claimed') then ${NOW} + (n % 1000 - 100) * 60000 end, 1
   from (select n, ${NOW - TWO_YEARS} + n * ${EACH} as at,
     case when n % 40 = 7 then 'new' when n % 40 in (8, 9, 11) then 'claimed' when n % 40 = 10 then 'qualified'
       when n % 200 = 12 then 'returned' when n % 40 = 13 then 'resting' when n % 40 = 14 then 'merged'
       when n % 4 = 0 then 'lost' when n % 10 = 1 then 'won' else 'rejected' end as state from numbers) as made`,
  `update lead set merged_into = 'lead_3' where state = 'merged'`,
  `insert into lead_event (id, lead_id, at, actor, kind, data, before)
   select 'event_' || n || kind, 'lead_' || n, ${NOW - TWO_YEARS} + n * ${EACH}, 'U_REP' || n % 50, kind, '{}', null
   from numbers cross join (select 'received' as kind union all select 'claimed' union all select 'contacted') as kinds`,
  `insert into lead_match (lead_id, earlier_id, by, found_at, decision)
   select 'lead_' || (n + 5000), 'lead_' || n, 'email', ${NOW}, case when n % 9 = 0 then null else 'kept_apart' end
   from numbers where n <= 5000`,
  `insert into promise (id, kind, about, owed_by, owed_to, started_at, start_move, due_at, target, calendar, cycle_at, is_test, said, look_at,
     ended_at, ended_by, end_move, ended_how)
   select kind || '_' || n, kind, 'lead_' || n, case when kind = 'claim' then 'sales' when kind = 'mend' then 'marketing' else 'U_REP' || n % 50 end,
     case when kind = 'mend' then 'U_REP' || n % 50 else 'marketing' end, at, 'event_' || n, at + 7200000, 120,
     '{"weekdays":[1,2,3,4,5],"from":"09:00","to":"18:00","daysOff":[],"region":null,"zone":"Europe/Berlin","leave":[]}',
     case when n % 17 = 0 then ${NOW} + 86400000 else at end, case when n % 101 = 0 then 1 else 0 end,
     case when kind = 'contact' then 'manager' else 'near' end, case when runs = 1 then ${NOW} + (n % 1000 - 100) * 60000 end,
     case when runs = 0 then at + 3600000 end, case when runs = 0 then 'tango' end, case when runs = 0 then 'event' end,
     case when runs = 0 then 'kept' end
   from (select n, kind, ${NOW - TWO_YEARS} + n * ${EACH} as at,
     case when (kind = 'claim' and n % 40 = 7) or (kind = 'mend' and n % 200 = 12) or (kind = 'verdict' and n % 40 in (8, 9, 11))
       or (kind = 'contact' and n % 40 = 8) then 1 else 0 end as runs
     from numbers cross join (select 'claim' as kind union all select 'contact' union all select 'verdict' union all select 'mend') as kinds)
     as made`,
  `insert into nag (id, lead_id, promise, step, cycle_at, sent_at, post_at)
   select 'nag_' || n, 'lead_' || n, 'claim', 'near', 0, ${NOW} - n * 60000, case when n % 10 = 0 then ${NOW} - n / 100 * 600000 end
   from numbers`,
  `insert into nag_receipt (nag_id, hearer, how, day)
   select 'nag_' || n, 'U_REP' || n % 50, 'mention', case when n % 400 = 0 then '' else '2026-' || (10 + n % 3) || '-' || (10 + n % 19) end
   from numbers`,
  `insert into outbox (id, kind, ref, dedupe_key, target, thread_of, status, lane, generation, attempts, next_attempt_at,
     lease_token, lease_until, doubt_since, doubt_checks, plainness, unthreaded, created_at, armed_at)
   select 'outbox_' || n, kind, 'lead_' || n, kind || ':lead_' || n, 'C_' || n % 30,
     case when kind = 'lead_line' then 'lead_card:lead_' || (n - 1) end, status,
     case when status = 'sending' then 'check' when status = 'sent' and kind = 'lead_card' then 'edit' when n % 4 = 3 then 'home'
       else 'post' end,
     1, 0, case when n % 97 = 0 then ${NOW} + 60000 else 0 end,
     case when status = 'sending' then 'lease' end, case when status = 'sending' then ${NOW} - 1000 end,
     case when status = 'sending' then ${NOW} - 60000 end, 0, 0, 0, ${NOW} - n, ${NOW} - n * 60000
   from (select n, case when n % 2 = 0 then 'lead_line' else 'lead_card' end as kind,
     case when n > 19940 then 'pending' when n > 19930 then 'sending' when n % 500 = 0 then 'failed' else 'sent' end as status
     from numbers) as made order by n`,
  `insert into slack_message (key, channel, ts, posted_at)
   select dedupe_key, target, 'ts-' || id, ${NOW} from outbox where status = 'sent'`,
  `insert into pace (bucket, next_at) select 'channel:C_' || n, ${NOW} + n from numbers where n <= 30`,
  `insert into idempotency_key (route, key, body_hash, answer, created_at)
   select '/api/leads', 'key-' || n, '', '', ${NOW} - n * 60000 from numbers`,
  `insert into person (id, is_bot, gone_told, leave, synced_at, updated_at, gone_at)
   select 'U_REP' || n, 0, 1, '[]', 0, 0, case when n % 20 = 0 then 1 end from numbers where n <= 50`,
];

const NUMBERS = `create temp table numbers as
  with recursive counted (n) as (select cast(1 as bigint) union all select n + 1 from counted where n < ${LEADS})
  select n from counted`;

export interface OldDatabase {
  db: Database;
  /** Runs the statements; then PostgreSQL has had its nightly rest. */
  write(...statements: readonly string[]): Promise<void>;
}

export async function oldDatabase(dialect: DialectName): Promise<OldDatabase> {
  const url = await testDatabaseUrl(dialect);
  const db = await Database.open(url);
  onTestFinished(() => db.close());
  await db.migrate();
  const write = async (...statements: readonly string[]) => {
    await db.transaction(async (tx) => {
      // What is not on disk yet counts as seen by nobody: a vacuum at once would leave pages that an index alone cannot answer for.
      if (dialect === 'postgres') await sql`set local synchronous_commit = on`.execute(tx.sql);
      for (const statement of statements) await sql.raw(statement).execute(tx.sql);
    });
    if (dialect === 'postgres') await vacuum(url);
  };
  await write(NUMBERS, ...FILL, 'drop table numbers');
  return { db, write };
}

/** PostgreSQL does so by itself while it lives; nobody does it for a SQLite file. Not possible within a transaction. */
async function vacuum(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

/** Ten thousand posts wait for one channel that is slow. */
export const BACKLOG = `update outbox set status = 'pending', lane = 'post', thread_of = null, target = 'C_1', next_attempt_at = 0
  where seq > (select max(seq) - ${LEADS / 2} from outbox)`;
