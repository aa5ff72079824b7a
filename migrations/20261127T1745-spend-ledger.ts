import { type Kysely, sql } from 'kysely';
import { big, strictTable } from './columns.ts';

/**
 * Spend is a ledger: amounts come in batches, a batch replaces amounts of before and can be taken back. What was recorded before belongs to no
 * batch and replaces nothing: it is counted as it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'spend_batch')
    .addColumn('id', 'text', (c) => c.primaryKey())
    // The file's name, as a rule.
    .addColumn('name', 'text')
    .addColumn('recorded_at', big(db), (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.notNull())
    .addColumn('withdrawn_at', big(db))
    .addColumn('withdrawn_by', 'text')
    .execute();
  // Counts no more, unless the batch is taken back.
  await strictTable(db, 'spend_replacement')
    .addColumn('spend_id', 'text', (c) => c.notNull().references('spend.id'))
    .addColumn('batch_id', 'text', (c) => c.notNull().references('spend_batch.id'))
    .addPrimaryKeyConstraint('spend_replacement_key', ['spend_id', 'batch_id'])
    .execute();
  await db.schema.createIndex('spend_replacement_batch').on('spend_replacement').column('batch_id').execute();
  // Null: recorded by a version that knew no batches.
  await db.schema.alterTable('spend').addColumn('batch_id', 'text').execute();
  // What is left of the source's and the campaign's spelling without capitals and blanks, by which the amounts of one campaign are found.
  await db.schema.alterTable('spend').addColumn('name_key', 'text').execute();
  await db.schema.alterTable('spend').addColumn('withdrawn_at', big(db)).execute();
  await db.schema.alterTable('spend').addColumn('withdrawn_by', 'text').execute();
  await fill(db);
  await db.schema.createIndex('spend_name').on('spend').columns(['name_key', 'from_date']).execute();
  await db.schema.createIndex('spend_batch_rows').on('spend').column('batch_id').execute();
}

interface Spelled {
  source: string | null;
  campaign: string | null;
}

async function fill(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Spelled>`select distinct source, campaign from spend`.execute(db);
  for (const { source, campaign } of rows) {
    const key = `${source ? fold(source) : ''}\n${campaign ? fold(campaign) : ''}`;
    await sql`
      update spend set name_key = ${key}
      where ${source === null ? sql`source is null` : sql`source = ${source}`}
      and ${campaign === null ? sql`campaign is null` : sql`campaign = ${campaign}`}`.execute(db);
  }
}

/** As domain/source/fold was when this step landed. */
function fold(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/(?<=\p{N})[\s\p{Z}\p{Cc}\p{Pd}_.·]+(?=\p{N})/gu, '-')
    .replaceAll(/(?<!\p{N})[\s\p{Z}\p{Cc}\p{Pd}_.·]+|[\s\p{Z}\p{Cc}\p{Pd}_.·]+(?!\p{N})/gu, '');
  return bare === '' ? `=${tidy(text)}` : bare;
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{Z}]+/gu, ' ')
    .trim();
}
