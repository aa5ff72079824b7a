import type { Kysely } from 'kysely';

/** What kind of account a person has, and where. NULL until Slack was asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['account', 'team', 'enterprise']) {
    await db.schema.alterTable('person').addColumn(column, 'text').execute();
  }
}
