/** The rows of sources and campaigns, and of their spellings. */
import type { Campaign, CampaignId, Source, SourceId } from '../../domain/source/source.ts';
import { toFlag } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import type { CampaignKey, KnownCampaign } from './name-book.ts';

export async function findSource(tx: Tx, id: SourceId): Promise<Source | null> {
  return (await tx.sql.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function findCampaign(tx: Tx, id: CampaignId): Promise<Campaign | null> {
  const row = await tx.sql.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? { ...row, isNamed: row.isNamed === 1 } : null;
}

export interface SourceSpelling {
  key: string;
  text: string;
  sourceId: SourceId;
}

/** The first first. */
export async function listSpellings(tx: Tx, ids: readonly SourceId[]): Promise<SourceSpelling[]> {
  if (ids.length === 0) return [];
  return tx.sql
    .selectFrom('sourceSpelling')
    .select(['key', 'text', 'sourceId'])
    .where('sourceId', 'in', ids)
    .orderBy('addedAt')
    .orderBy('key')
    .execute();
}

export async function listCampaignSpellings(tx: Tx, ids: readonly CampaignId[]): Promise<CampaignSpelling[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('campaignSpelling')
    .selectAll()
    .where('campaignId', 'in', ids)
    .orderBy('addedAt')
    .orderBy('key')
    .execute();
  return rows.map((row) => ({ ...row, isId: row.isId === 1 }));
}

/** As many as somebody can look through. */
const MOST_LISTED = 3000;

/** Those that stand, the newest first where there are too many. */
export async function listSources(tx: Tx): Promise<Source[]> {
  return tx.sql
    .selectFrom('source')
    .selectAll()
    .where('mergedInto', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(MOST_LISTED)
    .execute();
}

export async function listCampaigns(tx: Tx): Promise<Campaign[]> {
  const rows = await tx.sql
    .selectFrom('campaign')
    .selectAll()
    .where('mergedInto', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map((row) => ({ ...row, isNamed: row.isNamed === 1 }));
}

/** Pairs that somebody keeps apart. */
export async function listApart(tx: Tx): Promise<{ one: string; other: string }[]> {
  return tx.sql.selectFrom('sourceApart').selectAll().execute();
}

/** One that is another's so far: it begins when it is not any more. */
export async function insertInertSource(tx: Tx, source: Source): Promise<void> {
  assertTransaction(tx);
  await tx.sql.insertInto('source').values(source).execute();
}

/** Somebody who sends another one with each lead would make the list endless: what is not in it is only not offered. */
const MOST_OFFERED = 3000;

/** By name. */
export async function listSourceNames(tx: Tx): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('source')
    .select('name')
    .where('mergedInto', 'is', null)
    .orderBy('name')
    .limit(MOST_OFFERED)
    .execute();
  return rows.map(({ name }) => name);
}

/** A program may name one by its id. */
export async function findSourcesById(tx: Tx, ids: readonly string[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('source')
    .selectAll()
    .where('id', 'in', ids as readonly SourceId[])
    .where('mergedInto', 'is', null)
    .execute();
  return rows;
}

interface SpelledSource {
  source: Source;
  key: string;
  text: string;
}

/** False: another process has made one of this spelling at this very moment. On PostgreSQL those who make one wait for each other. */
export async function insertSource(tx: Tx, { source, key, text }: SpelledSource): Promise<boolean> {
  assertTransaction(tx);
  await tx.sql.insertInto('source').values(source).execute();
  const spelling = { key, text, sourceId: source.id, addedAt: source.createdAt };
  if (await insertSourceSpelling(tx, spelling)) return true;
  await tx.sql.deleteFrom('source').where('id', '=', source.id).execute();
  return false;
}

/** False: somebody has it. */
export async function insertSourceSpelling(
  tx: Tx,
  spelling: SourceSpelling & { addedAt: number },
): Promise<boolean> {
  assertTransaction(tx);
  const made = await tx.sql
    .insertInto('sourceSpelling')
    .values(spelling)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function insertCampaign(tx: Tx, campaign: Campaign): Promise<void> {
  assertTransaction(tx);
  const row = { ...campaign, isNamed: toFlag(campaign.isNamed) };
  await tx.sql.insertInto('campaign').values(row).execute();
}

export async function deleteCampaign(tx: Tx, id: CampaignId): Promise<void> {
  assertTransaction(tx);
  await tx.sql.deleteFrom('campaign').where('id', '=', id).execute();
}

export interface CampaignSpelling extends CampaignKey {
  text: string;
  campaignId: CampaignId;
  isId: boolean;
  addedAt: number;
}

/** False: somebody has it. */
export async function insertCampaignSpelling(tx: Tx, spelling: CampaignSpelling): Promise<boolean> {
  assertTransaction(tx);
  const made = await tx.sql
    .insertInto('campaignSpelling')
    .values({ ...spelling, isId: toFlag(spelling.isId) })
    .onConflict((conflict) => conflict.columns(['key', 'sourceKey']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

interface SpelledCampaign extends KnownCampaign {
  /** The spelling of the source that the campaign came with first, and the one of this spelling; '' where there is none. */
  sourceKey: string;
  spelledIn: string;
  /** Whose that is now. */
  sourceId: SourceId | null;
}

/** The campaigns that bear this spelling, each with the source that it came with; the first first. */
export async function findCampaignsSpelled(tx: Tx, key: string): Promise<SpelledCampaign[]> {
  const rows = await tx.sql
    .selectFrom('campaignSpelling')
    .innerJoin('campaign', 'campaign.id', 'campaignSpelling.campaignId')
    .leftJoin('sourceSpelling', 'sourceSpelling.key', 'campaignSpelling.sourceKey')
    .select([
      'campaign.id',
      'campaign.name',
      'campaign.isNamed',
      'campaign.sourceKey',
      'campaignSpelling.text',
    ])
    .select(['campaignSpelling.sourceKey as spelledIn', 'sourceSpelling.sourceId'])
    .where('campaignSpelling.key', '=', key)
    .orderBy('campaignSpelling.addedAt')
    .orderBy('campaignSpelling.sourceKey')
    .execute();
  return rows.map((row) => ({ ...row, isNamed: row.isNamed === 1 }));
}

/** The first name that is told of one of which only the platform's id was known, or the first source of one that had none. */
export async function updateCampaign(
  tx: Tx,
  id: CampaignId,
  { isNamed, ...changes }: Partial<Omit<Campaign, 'id'>>,
): Promise<void> {
  assertTransaction(tx);
  const named = isNamed === undefined ? {} : { isNamed: toFlag(isNamed) };
  await tx.sql
    .updateTable('campaign')
    .set({ ...changes, ...named })
    .where('id', '=', id)
    .execute();
}
