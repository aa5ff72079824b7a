import { sql } from 'kysely';
import type { Rejects } from '../../domain/rejects/rejects.ts';
import type { ReasonShare } from '../../domain/scorecard/answered-rejects.ts';
import { findReasonFacts } from '../scorecard/scorecard.ts';
import { namesOf } from '../source/name-book.ts';
import type { Tx } from '../transaction.ts';

interface Window {
  since: number;
  /** The instant of the answer: what arrived before it, and what from it on. */
  at: number;
  before: number;
}

interface Counted {
  source: string;
  campaign: string | null;
  partBefore: number;
  ofBefore: number;
  partAfter: number;
  ofAfter: number;
}

/**
 * How many leads of the campaign, or of the source those without one, arrived before and after, and how many of each are rejected for the reason. Left
 * out is what the scorecard leaves out. Read by arrival, one row for each spelling.
 */
export async function countReasonShare(
  tx: Tx,
  { source, campaign }: Pick<Rejects, 'source' | 'campaign'>,
  reason: string,
  { since, at, before }: Window,
): Promise<ReasonShare> {
  const dropped = (await findReasonFacts(tx)).filter(({ counts }) => !counts).map(({ code }) => code);
  const isPart = sql`state in ('rejected', 'resting', 'returned') and reject_reason = ${reason}`;
  const sum = (condition: ReturnType<typeof sql>) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`;
  const counts = {
    partBefore: sum(sql`received_at < ${at} and ${isPart}`),
    ofBefore: sum(sql`received_at < ${at}`),
    partAfter: sum(sql`received_at >= ${at} and ${isPart}`),
    ofAfter: sum(sql`received_at >= ${at}`),
  };
  const isDropped = sql<boolean>`state in ('rejected', 'resting', 'returned')
    and (reject_outcome = 'dropped' or (reject_outcome is null and reject_reason in (${sql.join(dropped.length > 0 ? dropped : [''])})))`;
  const rows: Counted[] = await tx.sql
    .selectFrom('lead')
    .select(['source', 'campaign'])
    .select(Object.entries(counts).map(([name, counted]) => counted.as(name as keyof typeof counts)))
    .where('receivedAt', '>=', since)
    .where('receivedAt', '<', before)
    .where('isTest', '=', 0)
    .where('state', '!=', 'merged')
    .where(sql<boolean>`not (${isDropped})`)
    .where(campaign === null ? sql<boolean>`campaign is null` : sql<boolean>`campaign is not null`)
    .groupBy(['source', 'campaign'])
    .execute();
  const asked = { source, campaign };
  const names = await namesOf(tx, [...rows, asked]);
  const isOf = (row: Counted) =>
    campaign === null
      ? names.source(row.source) === names.source(source)
      : isSame([names.campaignId(row), names.campaignId(asked)], [row.campaign, campaign]);
  const total = (name: keyof typeof counts) =>
    rows.filter(isOf).reduce((all, row) => all + Number(row[name]), 0);
  return {
    before: { part: total('partBefore'), of: total('ofBefore') },
    after: { part: total('partAfter'), of: total('ofAfter') },
  };
}

/** By their ids; a text that has no row yet stands for itself. */
function isSame<T>([one, other]: readonly [T | null, T | null], texts: readonly (string | null)[]): boolean {
  return one || other ? one === other : texts[0] === texts[1];
}
