/**
 * Which source and which campaign a text stands for. Asked by each lead that is read or written, and hardly ever changed: what has been looked up
 * is remembered until one of them changes.
 */
import { nameKey } from '../../domain/source/fold.ts';
import type { CampaignId, Named, SourceId, Spelled } from '../../domain/source/source.ts';
import type { Flag } from '../columns.ts';
import { inList, listOf, prepared } from '../prepared.ts';
import type { Tx } from '../transaction.ts';

type KnownSource = Named<SourceId>;
export type KnownCampaign = Named<CampaignId> & { isNamed: boolean };

/** Null: nobody has this spelling. */
interface NameBook {
  sources: Map<string, KnownSource | null>;
  campaigns: Map<string, KnownCampaign | null>;
}

const TABLES = ['source', 'sourceSpelling', 'campaign', 'campaignSpelling'] as const;

/** Whoever sends another source with each lead fills no memory. */
const MOST_KEPT = 20_000;

function bookOf(tx: Tx): Promise<NameBook> {
  return tx.recall('names', TABLES, async () => ({ sources: new Map(), campaigns: new Map() }));
}

/** By their keys; those that nobody has are left out. */
export async function findSourcesByKey(tx: Tx, keys: Iterable<string>): Promise<Map<string, KnownSource>> {
  const { sources } = await bookOf(tx);
  const asked = new Set(keys);
  const missing = [...asked].filter((key) => !sources.has(key));
  const fresh = new Map<string, KnownSource>();
  if (missing.length > 0) {
    for (const { key, ...source } of await selectSources(tx, { keys: listOf(tx, missing) }))
      fresh.set(key, source);
    keep(sources, missing, fresh);
  }
  return found(asked, [fresh, sources]);
}

const selectSources = prepared<{ keys: unknown }, KnownSource & { key: string }>(
  ({ sql: db, dialect, values: { keys } }) =>
    db
      .selectFrom('sourceSpelling')
      .innerJoin('source', 'source.id', 'sourceSpelling.sourceId')
      .select(['sourceSpelling.key', 'sourceSpelling.text', 'source.id', 'source.name'])
      .where('sourceSpelling.key', 'in', inList(dialect, keys)),
);

export interface CampaignKey {
  /** Of the source's spelling; '' where there is none. */
  sourceKey: string;
  key: string;
}

/** As each pair of spellings says, by `pairOf`; a pair that never came is left out, whatever other spellings of the same source say. */
export async function findCampaignsByKey(
  tx: Tx,
  pairs: readonly CampaignKey[],
): Promise<Map<string, KnownCampaign>> {
  const { campaigns } = await bookOf(tx);
  const asked = new Map(pairs.map((pair) => [pairOf(pair), pair]));
  const missing = [...asked].filter(([pair]) => !campaigns.has(pair));
  const fresh = new Map<string, KnownCampaign>();
  if (missing.length > 0) {
    const keys = listOf(tx, [...new Set(missing.map(([, { key }]) => key))]);
    for (const { sourceKey, key, isNamed, ...campaign } of await selectCampaigns(tx, { keys }))
      fresh.set(pairOf({ sourceKey, key }), { ...campaign, isNamed: isNamed === 1 });
    keep(
      campaigns,
      missing.map(([pair]) => pair),
      fresh,
    );
  }
  return found(asked.keys(), [fresh, campaigns]);
}

type CampaignRow = Named<CampaignId> & CampaignKey & { isNamed: Flag };

const selectCampaigns = prepared<{ keys: unknown }, CampaignRow>(({ sql: db, dialect, values: { keys } }) =>
  db
    .selectFrom('campaignSpelling')
    .innerJoin('campaign', 'campaign.id', 'campaignSpelling.campaignId')
    .select(['campaignSpelling.key', 'campaignSpelling.sourceKey', 'campaignSpelling.text'])
    .select(['campaign.id', 'campaign.name', 'campaign.isNamed'])
    .where('campaignSpelling.key', 'in', inList(dialect, keys)),
);

export function pairOf({ sourceKey, key }: CampaignKey): string {
  return `${sourceKey}\n${key}`;
}

export function sourceKeyOf(source: string | null): string {
  return source ? nameKey(source) : '';
}

function keep<T>(book: Map<string, T | null>, asked: readonly string[], fresh: ReadonlyMap<string, T>): void {
  if (book.size + asked.length > MOST_KEPT) return;
  for (const key of asked) book.set(key, fresh.get(key) ?? null);
}

function found<T>(asked: Iterable<string>, books: readonly ReadonlyMap<string, T | null>[]): Map<string, T> {
  const known = new Map<string, T>();
  for (const key of asked) {
    const one = books.map((book) => book.get(key)).find((each) => each);
    if (one) known.set(key, one);
  }
  return known;
}

/** What rows call their source and campaign today. A text that has no row yet, of a replica of before, stands for itself. */
export interface Names {
  source(text: string | null): string | null;
  campaign(of: Spelled): string | null;
  sourceId(text: string | null): SourceId | null;
  campaignId(of: Spelled): CampaignId | null;
}

/** For all of the rows at once. */
export async function namesOf(tx: Tx, rows: readonly Spelled[]): Promise<Names> {
  const sourceKeys = new Set(rows.flatMap(({ source }) => (source ? [nameKey(source)] : [])));
  const sources = await findSourcesByKey(tx, sourceKeys);
  const pairs = rows.flatMap((row) => campaignKeyOf(row) ?? []);
  const campaigns =
    pairs.length === 0 ? new Map<string, KnownCampaign>() : await findCampaignsByKey(tx, pairs);
  const sourceOf = (text: string | null) => (text ? sources.get(nameKey(text)) : undefined);
  const campaignOf = (row: Spelled) => {
    const key = campaignKeyOf(row);
    return key ? campaigns.get(pairOf(key)) : undefined;
  };
  return {
    source: (text) => sourceOf(text)?.name ?? (text || null),
    campaign: (row) => campaignOf(row)?.name ?? row.campaign,
    sourceId: (text) => sourceOf(text)?.id ?? null,
    campaignId: (row) => campaignOf(row)?.id ?? null,
  };
}

function campaignKeyOf({ source, campaign }: Spelled): CampaignKey | null {
  return campaign ? { sourceKey: sourceKeyOf(source), key: nameKey(campaign) } : null;
}
