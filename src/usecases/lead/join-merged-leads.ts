import type { MergedIds } from '../../domain/delivery/merged-ids.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { mergeThere } from '../../domain/lead/merge.ts';
import { lockMergedIds, recordMergedIds } from '../../store/delivery/merged-id.ts';
import { findMatch, findUnmergedLead, updateMatchDecision } from '../../store/lead/lead-match.ts';
import { findKnownDeliveries } from '../source/find-delivered.ts';
import { resolveSources } from '../source/resolve-origins.ts';
import type { Work } from '../work.ts';
import { tellChange } from './change-leads.ts';
import { announceMatch } from './find-matches.ts';
import { recordMove } from './record-move.ts';

/**
 * Ids that the vendor merged are one lead. Once for each merge: two that a person has taken apart since are not merged again when it is told again.
 * Where nobody is here yet the ids are kept, and whoever comes under one of them is the same lead.
 */
export async function joinMergedLeads(work: Work, merges: readonly MergedIds[]): Promise<void> {
  if (merges.length === 0) return;
  await lockMergedIds(work.tx);
  for (const each of merges) {
    const [source] = await resolveSources(work, [each.source]);
    const ids = await recordMergedIds(work.tx, { ...each, source: source?.text ?? each.source });
    const [first, ...others] = ids ? await findLeadsOf(work, each.source, ids) : [];
    let stays = first;
    for (const other of others) stays = stays && (await joinTwo(work, stays, other));
  }
}

/** Those that are not merged yet, in the order of their arrival. */
async function findLeadsOf(work: Work, source: string, ids: readonly string[]): Promise<Lead[]> {
  const found = await findKnownDeliveries(
    work,
    ids.map((externalId) => ({ source, externalId })),
  );
  const leadIds = [...new Set(found.flatMap((known) => known?.id ?? []))].sort();
  const leads = new Map<string, Lead>();
  for (const id of leadIds) {
    const lead = await findUnmergedLead(work.tx, id);
    if (lead) leads.set(lead.id, lead);
  }
  return [...leads.values()].sort((a, b) => a.receivedAt - b.receivedAt || a.createdAt - b.createdAt);
}

/** Returns the one that stays. */
async function joinTwo(work: Work, first: Lead, second: Lead): Promise<Lead> {
  const merge = mergeThere([first, second], work.now);
  if (!merge) {
    for (const lead of [first, second]) await tellApart(work, lead);
    return first;
  }
  const { lead, earlier } = merge;
  const kept = await recordMove(work, { from: earlier, move: merge.kept });
  await recordMove(work, { from: lead, move: merge.merged });
  const match = await matchBetween(work, first, second);
  if (match) {
    await updateMatchDecision(work.tx, match.leadId, { kind: 'merged', by: 'api', at: work.now });
    const byId = new Map([first, second].map((each) => [each.id, each]));
    const [of, with_] = [byId.get(match.leadId) ?? lead, byId.get(match.earlierId) ?? earlier];
    await announceMatch(work, { match, lead: of, earlier: with_ });
  }
  return kept;
}

async function matchBetween({ tx }: Work, first: Lead, second: Lead) {
  for (const { id } of [first, second]) {
    const match = await findMatch(tx, id);
    if (match && [first.id, second.id].includes(match.earlierId) && !match.decision) return match;
  }
  return null;
}

/** Two deals of one person stay two; both say so. */
async function tellApart(work: Work, lead: Lead): Promise<void> {
  const data = { what: 'merged_there', meetingAt: null, note: null } as const;
  await tellChange(work, lead, { lead, event: { kind: 'changed_there', at: work.now, actor: 'api', data } });
}
