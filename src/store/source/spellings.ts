import { sql } from 'kysely';
import type { CampaignId, SourceId } from '../../domain/source/source.ts';
import { inList, listOf } from '../prepared.ts';
import type { Tx } from '../transaction.ts';
import type { CampaignKey } from './name-book.ts';

/** All spellings of each source. */
export async function findSourceKeys(tx: Tx, ids: Iterable<SourceId>): Promise<string[]> {
  const list = [...ids];
  if (list.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('sourceSpelling')
    .select('key')
    .where('sourceId', 'in', inList(tx.dialect, sql`${listOf(tx, list)}`) as never)
    .execute();
  return rows.map(({ key }) => key);
}

/** All spellings of each campaign, with the spelling of the source that each came with. */
export async function findCampaignKeys(tx: Tx, ids: Iterable<CampaignId>): Promise<CampaignKey[]> {
  const list = [...ids];
  if (list.length === 0) return [];
  return tx.sql
    .selectFrom('campaignSpelling')
    .select(['key', 'sourceKey'])
    .where('campaignId', 'in', inList(tx.dialect, sql`${listOf(tx, list)}`) as never)
    .execute();
}

/** The source that each campaign came with, by the campaign. */
export async function findSourcesOf(tx: Tx, ids: Iterable<CampaignId>): Promise<Map<CampaignId, string>> {
  const list = [...ids];
  if (list.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('campaign')
    .innerJoin('sourceSpelling', 'sourceSpelling.key', 'campaign.sourceKey')
    .innerJoin('source', 'source.id', 'sourceSpelling.sourceId')
    .select(['campaign.id', 'source.name'])
    .where('campaign.id', 'in', inList(tx.dialect, sql`${listOf(tx, list)}`) as never)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
