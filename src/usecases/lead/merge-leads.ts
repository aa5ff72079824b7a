import { leadCard, leadLine } from '../../domain/announcements/lead.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { LeadEvent, Move } from '../../domain/lead/lead-event.ts';
import type { LeadMatch, MatchDecision } from '../../domain/lead/match.ts';
import { assertUndecided, keepApart, leftBy, merge, mergeDuplicate, split } from '../../domain/lead/merge.ts';
import { movedOn } from '../../domain/lead/refusals.ts';
import { standing } from '../../domain/lead/undo.ts';
import { refuse, refuseField } from '../../domain/refusals.ts';
import { lockLead } from '../../store/lead/lead.ts';
import { insertLeadEvents, listLeadEvents, type RecordedEvent } from '../../store/lead/lead-event.ts';
import { findMatch, findUnmergedLead, updateMatchDecision } from '../../store/lead/lead-match.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import type { Work } from '../work.ts';
import { announceMatch } from './find-matches.ts';
import { type HeldLead, type MoveInput, withLead } from './move-lead.ts';
import { recordMove } from './record-move.ts';

/** The new lead goes into the earlier one that it was matched with, or into what that one has been merged into since. */
export function mergeLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return withLead(ctx, input, async (work, { lead, by }) => {
    const { match, earlier } = await findPair(work, lead);
    assertUndecided(match);
    const { merged: joined, kept } = merge({ lead, earlier }, by, work.now);
    await recordMove(work, { from: earlier, move: kept });
    await decide(work, match, { kind: 'merged', by: by.person, at: work.now });
    const merged = await recordMove(work, { from: lead, move: joined });
    await announceMatch(work, { match, lead, earlier });
    return merged;
  });
}

interface Duplicate {
  /** What was chosen, or what that has been merged into since. */
  of: LeadId;
  note: string | null;
}

/** A lead is rejected as a duplicate. The other one tells of it, to whoever works on it as well. */
export async function mergeAsDuplicate(
  work: Work,
  { lead, by }: HeldLead,
  { of, note }: Duplicate,
): Promise<Lead> {
  const earlier = await findUnmergedLead(work.tx, of);
  if (!earlier || earlier.isTest) throw refuseField('duplicateOf', 'duplicate_not_there');
  const { merged, told } = mergeDuplicate({ lead, earlier }, by, { note, now: work.now });
  const match = await findMatch(work.tx, lead.id);
  const kind = match && (await isSameLead(work, match.earlierId, earlier)) ? 'merged' : 'kept_apart';
  if (match) await decide(work, match, { kind, by: by.person, at: work.now });
  await tell(work, earlier, told);
  const done = await recordMove(work, { from: lead, move: merged });
  if (match) await announceMatch(work, { match, lead, earlier });
  return done;
}

async function isSameLead({ tx }: Work, id: LeadId, lead: Lead): Promise<boolean> {
  return (await findUnmergedLead(tx, id))?.id === lead.id;
}

/** A line in the history of a lead that stays as it is: no move, so that it ends no promise, and nobody's undo. */
async function tell(work: Work, lead: Lead, event: LeadEvent): Promise<void> {
  const id = work.newId('event');
  await insertLeadEvents(work.tx, [{ ...event, id, leadId: lead.id, before: null }]);
  await work.announce(leadCard(lead), leadLine(lead, id));
  await announceHomes(work, [lead.owner]);
}

/** Two people, or two matters: nobody is asked about them again. */
export function keepLeadsApart(ctx: Context, input: MoveInput): Promise<void> {
  return withLead(ctx, input, async (work, { lead, by }) => {
    const { match, earlier } = await findPair(work, lead);
    assertUndecided(match);
    const [forLead, forEarlier] = keepApart({ lead, earlier }, by, work.now);
    await insertLeadEvents(work.tx, [
      { ...forLead, id: work.newId('event'), leadId: lead.id, before: null },
      { ...forEarlier, id: work.newId('event'), leadId: earlier.id, before: null },
    ]);
    await decide(work, match, { kind: 'kept_apart', by: by.person, at: work.now });
    await announceMatch(work, { match, lead, earlier });
  });
}

/**
 * Takes a merged lead out again: it is what it was before, and so is the other one, unless somebody has worked on that since. One that was merged as it
 * came in has never been anything: from now on it has a card, and somebody owes it a claim.
 */
export function splitLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return withLead(ctx, input, async (work, held) => {
    const { lead, by } = held;
    const earlier = await findOther(work, lead);
    const merged = await lastStanding(work, lead.id);
    if (!earlier || !merged?.before) throw movedOn(lead);
    const joined = await moveOfMerge(work, lead, earlier);
    const before = { lead: merged.before, earlier: joined?.before ?? null };
    const { back, left } = split({ lead, earlier }, by, before, work.now);
    if (joined) await recordMove(work, { from: earlier, move: left, undoes: joined.id });
    else await tell(work, earlier, left.event);
    const undoes = merged.actor === 'tango' ? null : merged.id;
    const restored = await recordMove(work, { from: lead, move: back, undoes });
    const match = await findMatch(work.tx, lead.id);
    if (match) await decide(work, match, { kind: 'kept_apart', by: by.person, at: work.now });
    if (match) await announceMatch(work, { match, lead, earlier });
    return restored;
  });
}

/** Undo of a merge by whoever may: it is what it was, and so is the question whether the two are one. */
export async function undoMerge(
  work: Work,
  { lead, by }: HeldLead,
  { merged, move }: { merged: RecordedEvent; move: Move },
): Promise<Lead> {
  const earlier = await findOther(work, lead);
  if (!earlier) throw movedOn(lead);
  const joined = await moveOfMerge(work, lead, earlier);
  const left = leftBy({ lead, earlier }, { by, now: work.now, life: joined?.before ?? null });
  if (joined) await recordMove(work, { from: earlier, move: left, undoes: joined.id });
  else await tell(work, earlier, left.event);
  const restored = await recordMove(work, { from: lead, move, undoes: merged.id });
  const match = await findMatch(work.tx, lead.id);
  if (match?.decision?.at === merged.at) await updateMatchDecision(work.tx, lead.id, null);
  if (match) await announceMatch(work, { match, lead, earlier });
  return restored;
}

/** The one that it was merged into, held. */
async function findOther(work: Work, lead: Lead): Promise<Lead | null> {
  return lead.mergedInto && (await lockLead(work.tx, lead.mergedInto));
}

async function lastStanding({ tx }: Work, id: LeadId): Promise<RecordedEvent | null> {
  return standing(await listLeadEvents(tx, id)).at(-1) ?? null;
}

/** Whatever shows the match is drawn again when the click is refused: it came too late, or from somebody else. */
async function findPair(work: Work, lead: Lead): Promise<{ match: LeadMatch; earlier: Lead }> {
  const match = await findMatch(work.tx, lead.id);
  const earlier = match && (await findUnmergedLead(work.tx, match.earlierId));
  if (!match || !earlier) throw refuse('lead_not_found');
  work.ifRefused((again) => announceMatch(again, { match, lead, earlier }));
  return { match, earlier };
}

/** Managers' Homes list those that nobody has decided about. */
async function decide(work: Work, match: LeadMatch, decision: MatchDecision): Promise<void> {
  await updateMatchDecision(work.tx, match.leadId, decision);
  await announceHomes(work, work.settings.managers);
}

/** Null when something else has happened to it since. */
async function moveOfMerge(work: Work, lead: Lead, earlier: Lead): Promise<RecordedEvent | null> {
  const last = await lastStanding(work, earlier.id);
  const isThisMerge = last?.kind === 'merged' && 'from' in last.data && last.data.from === lead.id;
  return isThisMerge ? last : null;
}
