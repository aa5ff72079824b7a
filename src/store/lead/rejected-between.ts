import { type SqlBool, sql } from 'kysely';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { CampaignId, SourceId, Spelled } from '../../domain/source/source.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { findReasonFacts } from '../scorecard/scorecard.ts';
import { namesOf } from '../source/name-book.ts';
import type { Tx } from '../transaction.ts';

/** A lead that was rejected, by what it has in common with others. */
export interface FoundReject extends Spelled {
  leadId: LeadId;
  reason: string;
  rejectedBy: PersonId | null;
  /** Of its campaign; where it has none, of its source. */
  key: string;
  campaignId: CampaignId | null;
  sourceId: SourceId | null;
}

/** As in the indexes, word for word. */
const STATES = [
  sql<SqlBool>`state in ('rejected', 'resting') and verdict_at is not null`,
  sql<SqlBool>`state = 'returned'`,
];

/**
 * Rejected from one instant to another, the second not included, and so still. Left out are tests, what counts nowhere, and old leads without a
 * card, which nobody here has judged.
 */
export async function findRejectedBetween(tx: Tx, since: number, before: number): Promise<FoundReject[]> {
  const dropped = new Set(
    (await findReasonFacts(tx)).filter(({ counts }) => !counts).map(({ code }) => code),
  );
  const rows = [];
  for (const isIn of STATES)
    rows.push(
      ...(await tx.sql
        .selectFrom('lead')
        .select(['id', 'source', 'campaign', 'rejectReason', 'rejectOutcome', 'verdictBy'])
        .where(isIn)
        .where('verdictAt', '>=', since)
        .where('verdictAt', '<', before)
        .where('isTest', '=', 0)
        .where('cardChannel', 'is not', null)
        .execute()),
    );
  const names = await namesOf(tx, rows);
  return rows.flatMap(({ id: leadId, rejectReason, rejectOutcome, verdictBy, ...spelled }) => {
    const reason = rejectReason ?? 'unknown';
    if (rejectOutcome ? rejectOutcome === 'dropped' : dropped.has(reason)) return [];
    const [campaignId, sourceId] = [names.campaignId(spelled), names.sourceId(spelled.source)];
    const key = keyOf({ ...spelled, campaignId, sourceId });
    const texts = { source: spelled.source || null, campaign: spelled.campaign };
    return [{ leadId, reason, rejectedBy: verdictBy, ...texts, key, campaignId, sourceId }];
  });
}

/** A text that has no row yet, of a replica of before, stands for itself. */
function keyOf({
  source,
  campaign,
  campaignId,
  sourceId,
}: Omit<FoundReject, 'leadId' | 'reason' | 'rejectedBy' | 'key'>) {
  if (campaignId) return `campaign:${campaignId}`;
  if (campaign) return `campaign:${source}/${campaign}`;
  if (sourceId) return `source:${sourceId}`;
  return source ? `source:/${source}` : '';
}
