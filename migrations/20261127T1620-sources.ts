import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { big, isSqlite, strictTable } from './columns.ts';

/**
 * Sources and campaigns as rows, with all their spellings. Leads and spend keep the texts that they came with: a text is looked up by what is left
 * of it without capitals, blanks, hyphens and the like, so that no lead is written again when a source is renamed, merged or split.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'source')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('owner', 'text')
    .addColumn('merged_into', 'text', (c) => c.references('source.id'))
    .addColumn('created_at', big(db), (c) => c.notNull())
    .execute();
  await sql`create index source_name on source (name) where merged_into is null`.execute(db);
  await strictTable(db, 'source_spelling')
    .addColumn('key', 'text', (c) => c.primaryKey())
    // As leads and spend of this spelling are stored: of two bytes for one letter, one.
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull().references('source.id'))
    .addColumn('added_at', big(db), (c) => c.notNull())
    .execute();
  await db.schema.createIndex('source_spelling_source').on('source_spelling').column('source_id').execute();

  await strictTable(db, 'campaign')
    .addColumn('id', 'text', (c) => c.primaryKey())
    // The spelling of the source that it came with first; '' while none is known.
    .addColumn('source_key', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    // 0: nobody has told more than the platform's id.
    .addColumn('is_named', 'integer', (c) => c.notNull())
    .addColumn('owner', 'text')
    .addColumn('brief', 'text')
    // YYYY-MM-DD.
    .addColumn('starts_on', 'text')
    .addColumn('ends_on', 'text')
    .addColumn('merged_into', 'text', (c) => c.references('campaign.id'))
    .addColumn('created_at', big(db), (c) => c.notNull())
    .execute();
  await strictTable(db, 'campaign_spelling')
    .addColumn('source_key', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('campaign_id', 'text', (c) => c.notNull().references('campaign.id'))
    // An ad platform's name for it.
    .addColumn('is_id', 'integer', (c) => c.notNull())
    .addColumn('added_at', big(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('campaign_spelling_key', ['key', 'source_key'])
    .execute();
  await db.schema
    .createIndex('campaign_spelling_campaign')
    .on('campaign_spelling')
    .column('campaign_id')
    .execute();

  // A name that nobody knew, under which leads came that are known from a source: perhaps it has another name now.
  await strictTable(db, 'source_guess')
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull().references('source.id'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('leads', 'integer', (c) => c.notNull())
    .addColumn('last_at', big(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('source_guess_key', ['key', 'source_id'])
    .execute();
  // Two that look alike and are not the same, as somebody has said; the lesser id first.
  await strictTable(db, 'source_apart')
    .addColumn('one', 'text', (c) => c.notNull())
    .addColumn('other', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('source_apart_key', ['one', 'other'])
    .execute();
  // What people changed, row by row, so that it can be taken back as one.
  await strictTable(db, 'source_change')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('patches', 'text', (c) => c.notNull())
    .addColumn('undone_at', big(db))
    .addColumn('undone_by', 'text')
    .execute();
  await db.schema.createIndex('source_change_at').on('source_change').column('at').execute();

  await fill(db);
  if (!isSqlite(db)) await countChanges(db);
}

/** What replicas on PostgreSQL remember of them holds until somebody changes one. */
async function countChanges(db: Kysely<unknown>): Promise<void> {
  for (const table of ['source', 'source_spelling', 'campaign', 'campaign_spelling'])
    await sql`
      create trigger remembered_changed after insert or update or delete or truncate on ${sql.table(table)}
      for each statement execute function remembered_changed()`.execute(db);
}

interface Came {
  source: string;
  campaign: string | null;
  count: number;
  at: number;
}

/** One scan of what is stored; from then on there are as many steps as spellings. */
async function fill(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Came>`
    select source, campaign, count(*) as count, min(created_at) as at from lead
    where source > '' or campaign is not null group by source, campaign
    union all
    select coalesce(source, ''), campaign, count(*), min(recorded_at) from spend
    where source is not null or campaign is not null group by source, campaign`.execute(db);
  const came = rows.map((row) => ({ ...row, count: Number(row.count), at: Number(row.at) }));
  const sources = grouped(
    came.filter(({ source }) => source !== ''),
    ({ source }) => fold(source),
  );
  const sourceRows = [...sources].map(([key, those]) => {
    const text = usual(those, ({ source }) => source);
    return { id: randomUUID(), key, text, at: earliest(those) };
  });
  await insertAll(
    db,
    'source',
    sourceRows.map(({ id, text, at }) => ({ id, name: text, created_at: at })),
  );
  await insertAll(
    db,
    'source_spelling',
    sourceRows.map(({ id, key, text, at }) => ({ key, text, source_id: id, added_at: at })),
  );
  const campaigns = grouped(
    came.filter(({ campaign }) => campaign !== null && campaign !== ''),
    ({ source, campaign }) => JSON.stringify([source === '' ? '' : fold(source), fold(campaign ?? '')]),
  );
  const campaignRows = [...campaigns].map(([pair, those]) => {
    const [source_key, key] = JSON.parse(pair) as [string, string];
    const text = usual(those, ({ campaign }) => campaign ?? '');
    const isId = /^\d{6,}$/.test(text);
    return { id: randomUUID(), source_key, key, text, isId, at: earliest(those) };
  });
  await insertAll(
    db,
    'campaign',
    campaignRows.map(({ id, source_key, text, isId, at }) => ({
      ...{ id, source_key, name: text, is_named: isId ? 0 : 1, created_at: at },
    })),
  );
  await insertAll(
    db,
    'campaign_spelling',
    campaignRows.map(({ id, source_key, key, text, isId, at }) => ({
      ...{ source_key, key, text, campaign_id: id, is_id: isId ? 1 : 0, added_at: at },
    })),
  );
}

function grouped(came: readonly Came[], keyOf: (came: Came) => string): Map<string, Came[]> {
  return Map.groupBy(came, keyOf);
}

function earliest(came: readonly Came[]): number {
  return came.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
}

/** The one that most came with; of several the first. */
function usual(came: readonly Came[], textOf: (came: Came) => string): string {
  const texts = new Map<string, { count: number; at: number }>();
  for (const each of came) {
    const text = tidy(textOf(each));
    const known = texts.get(text) ?? { count: 0, at: each.at };
    texts.set(text, { count: known.count + each.count, at: Math.min(known.at, each.at) });
  }
  const [[text] = ['']] = [...texts].sort(
    ([one, a], [other, b]) => b.count - a.count || a.at - b.at || (one < other ? -1 : 1),
  );
  return text;
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

const ROWS_AT_ONCE = 500;

async function insertAll(
  db: Kysely<unknown>,
  table: string,
  rows: readonly Record<string, string | number>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const values = rows
      .slice(from, from + ROWS_AT_ONCE)
      .map((row) => sql`(${sql.join(columns.map((column) => sql`${row[column]}`))})`);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db);
  }
}
