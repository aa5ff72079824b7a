import type { By } from '../../domain/lead/claim.ts';
import type { Lead, LeadLife } from '../../domain/lead/lead.ts';
import type { Move } from '../../domain/lead/lead-event.ts';
import type { LeadMatch, MatchDecision } from '../../domain/lead/match.ts';
import { assertUndecided, keepApart, merge, split } from '../../domain/lead/merge.ts';
import { movedOn, notFound } from '../../domain/lead/refusals.ts';
import { lockLead } from '../../store/lead/lead.ts';
import { findLastMove, insertLeadEvents } from '../../store/lead/lead-event.ts';
import { findMatch, findUnmergedLead, updateMatchDecision } from '../../store/lead/lead-match.ts';
import type { Context } from '../context.ts';
import { announceMatch } from './find-matches.ts';
import { type MoveInput, type MoveScene, withLead } from './move-lead.ts';
import { recordMove } from './record-move.ts';

/** The new lead goes into the earlier one that it was matched with, or into what that one has been merged into since. */
export function mergeLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return withLead(ctx, input, async (scene) => {
    const { match, earlier } = await matched(ctx, scene);
    assertUndecided(match);
    const { gone, kept } = merge({ lead: scene.lead, earlier }, scene.by, scene.now);
    await record(ctx, scene, { from: earlier, move: kept });
    await decide(scene, match, 'merged');
    return record(ctx, scene, { from: scene.lead, move: gone });
  });
}

/** Two people, or two matters: nobody is asked about them again. */
export function keepLeadsApart(ctx: Context, input: MoveInput): Promise<void> {
  return withLead(ctx, input, async (scene) => {
    const { match, earlier } = await matched(ctx, scene);
    assertUndecided(match);
    const { lead, tx } = scene;
    const [forLead, forEarlier] = keepApart({ lead, earlier }, scene.by, scene.now);
    const recorded = [
      { ...forLead, leadId: lead.id },
      { ...forEarlier, leadId: earlier.id },
    ];
    await insertLeadEvents(
      tx,
      recorded.map((event) => ({ ...event, id: ctx.newId('event'), before: null })),
    );
    await decide(scene, match, 'kept_apart');
  });
}

/** Takes a merged lead out again: it is what it was before, and so is the other one, unless somebody has worked on that since. */
export function splitLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return withLead(ctx, input, async (scene) => {
    const { lead, by, now, tx } = scene;
    const earlier = lead.mergedInto && (await lockLead(tx, lead.mergedInto));
    const merged = await findLastMove(tx, lead.id);
    if (!earlier || !merged?.before) throw movedOn(lead);
    const before = { lead: merged.before, earlier: await lifeBefore(scene, earlier) };
    const { back, left } = split({ lead, earlier }, by, before, now);
    await record(ctx, scene, { from: earlier, move: left });
    const restored = await record(ctx, scene, { from: lead, move: back });
    const match = await findMatch(tx, lead.id);
    if (match) await decide(scene, match, 'kept_apart');
    if (match) await announceMatch(ctx, tx, { match, lead, earlier, now });
    return restored;
  });
}

/** Everything that shows the match is drawn anew, whether the click is allowed or comes too late. */
async function matched(
  ctx: Context,
  { lead, tx, now }: MoveScene,
): Promise<{ match: LeadMatch; earlier: Lead }> {
  const match = await findMatch(tx, lead.id);
  const earlier = match && (await findUnmergedLead(tx, match.earlierId));
  if (!match || !earlier) throw notFound();
  await announceMatch(ctx, tx, { match, lead, earlier, now });
  return { match, earlier };
}

function record(
  ctx: Context,
  { tx, settings, now }: MoveScene,
  { from, move }: { from: Lead; move: Move },
): Promise<Lead> {
  return recordMove(ctx, tx, { from, move, settings, now });
}

function decide(
  { tx, by, now }: { tx: MoveScene['tx']; by: By; now: number },
  match: LeadMatch,
  kind: MatchDecision['kind'],
): Promise<void> {
  return updateMatchDecision(tx, match.leadId, { kind, by: by.person, at: now });
}

/** Null when something else has happened to it since. */
async function lifeBefore({ lead, tx }: MoveScene, earlier: Lead): Promise<LeadLife | null> {
  const last = await findLastMove(tx, earlier.id);
  const isThisMerge = last?.kind === 'merged' && 'from' in last.data && last.data.from === lead.id;
  return isThisMerge ? last.before : null;
}
