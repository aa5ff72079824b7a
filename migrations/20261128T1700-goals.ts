import { type Kysely, sql } from 'kysely';
import { big, strictTable } from './columns.ts';

/** Goals that both sides sign; and how a proposal for the definition of "qualified" ended that was declined or withdrawn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'goal')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    // A month or a quarter: 2026-11, 2026-Q4.
    .addColumn('period', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    // How many; of money, minor units.
    .addColumn('target', big(db), (c) => c.notNull())
    .addColumn('currency', 'text')
    .addColumn('proposed_by', 'text', (c) => c.notNull())
    .addColumn('proposed_at', big(db), (c) => c.notNull())
    .addColumn('signed_by_marketing', 'text')
    .addColumn('signed_by_sales', 'text')
    .addColumn('signed_at', big(db))
    .addColumn('ended_how', 'text')
    .addColumn('ended_by', 'text')
    .addColumn('ended_at', big(db))
    .addColumn('ended_reason', 'text')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addUniqueConstraint('goal_version', ['kind', 'period', 'version'])
    .execute();
  await db.schema.createIndex('goal_period').on('goal').column('period').execute();

  for (const column of ['ended_how', 'ended_by', 'ended_reason']) {
    await db.schema.alterTable('definition').addColumn(column, 'text').execute();
  }

  // What was qualified in a month is found by the day on which it was, whenever the lead arrived.
  await sql`create index lead_qualified on lead (verdict_at) where state in ('qualified', 'won', 'lost')`.execute(
    db,
  );
}
