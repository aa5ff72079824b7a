import type { Spend } from '../../domain/money/spend.ts';
import type { SpendFact } from '../../domain/scorecard/cohort.ts';
import type { Spelled } from '../../domain/source/source.ts';
import type { SpendRow } from '../schema.ts';
import { type Names, namesOf } from '../source/name-book.ts';
import { findSourcesOf } from '../source/spellings.ts';
import type { Tx } from '../transaction.ts';
import { isCounted } from './replacement.ts';

/** With its batch, and who recorded it when. */
export interface SpendRecord extends Spend {
  id: string;
  /** Unique. Versions of before told repeated rows of a file by it. */
  dedupeKey: string;
  batchId: string | null;
  /** Of the amounts of its batch that are for the same thing and days: the id of one of them. They stand for others together. */
  versionId: string;
  /** By which the amounts of one source or campaign are found. */
  nameKey: string | null;
  /** What it was for, in somebody's words. */
  note: string | null;
  recordedAt: number;
  recordedBy: string;
}

export async function insertSpend(tx: Tx, records: readonly SpendRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.sql.insertInto('spend').values(records.map(toRow)).execute();
}

function toRow({ from, to, amount, ...record }: SpendRecord): SpendRow {
  return {
    ...record,
    withdrawnAt: null,
    withdrawnBy: null,
    fromDate: from,
    toDate: to,
    amountMinor: amount.minor,
    currency: amount.currency,
  };
}

/** All that is counted and covers at least one of the days, both included, with sources and campaigns as they are called today. */
export async function findSpendBetween(tx: Tx, from: string, to: string): Promise<SpendFact[]> {
  const rows = await tx.sql
    .selectFrom('spend')
    .select(['id', 'side', 'source', 'campaign'])
    .select(['fromDate as from', 'toDate as to', 'amountMinor', 'currency'])
    .where('fromDate', '<=', to)
    .where('toDate', '>=', from)
    .where(isCounted)
    .execute();
  const names = await namesOf(tx, rows);
  const sourceOf = await sourcesOfCampaigns(tx, rows, names);
  return rows.map(({ amountMinor: minor, currency, ...spend }) => ({
    ...spend,
    source: names.source(spend.source) ?? sourceOf(spend),
    campaign: names.campaign(spend),
    amount: { minor, currency },
  }));
}

/** What names a campaign and no source belongs to the source of the campaign, where that is known. */
async function sourcesOfCampaigns(
  tx: Tx,
  rows: readonly Spelled[],
  names: Names,
): Promise<(row: Spelled) => string | null> {
  const idOf = (row: Spelled) => (row.source === null && row.campaign ? names.campaignId(row) : null);
  const sources = await findSourcesOf(tx, new Set(rows.flatMap((row) => idOf(row) ?? [])));
  return (row) => {
    const id = idOf(row);
    return id === null ? null : (sources.get(id) ?? null);
  };
}
