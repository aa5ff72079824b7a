import { leadCard, leadLine, leadReturned } from '../../domain/announcements/lead.ts';
import { type Lead, lifeOf } from '../../domain/lead/lead.ts';
import type { Move } from '../../domain/lead/lead-event.ts';
import { isUndoable, undoableIn } from '../../domain/lead/undo.ts';
import { type LeadMoved, promisesAfterMove } from '../../domain/promise/lead-promises.ts';
import { type Actor, isPerson, type PersonId } from '../../domain/team/actor.ts';
import type { Person } from '../../domain/team/person.ts';
import { targetOf } from '../../domain/team/place.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { HOUR } from '../../domain/time/duration.ts';
import { updateLead } from '../../store/lead/lead.ts';
import { insertLeadEvents, listLeadEvents, type RecordedEvent } from '../../store/lead/lead-event.ts';
import { findRunningPromises, listPromises, writePromises } from '../../store/promise/promise.ts';
import { insertPeople, recordMover } from '../../store/team/person.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { correctNags, correctReminders } from '../nag/correct-nags.ts';
import { followRejects } from '../rejects/follow-rejects.ts';
import type { Work } from '../work.ts';
import { moveCard } from './repost-card.ts';

interface Recording {
  /** The lead as it was. */
  from: Lead;
  move: Move;
  /** The event that this move takes back. */
  undoes?: string | null;
  /** False: it goes with a whole file, and is no sign that anybody works on this lead. */
  isWork?: boolean;
}

/** Saves a move with its history and the promises that it ends and starts, and announces it: the card is drawn again, its thread gets a line. */
export async function recordMove(
  work: Work,
  { from, move, undoes = null, isWork = true }: Recording,
): Promise<Lead> {
  const { actor } = move.event;
  const activeAt = isWork && isPerson(actor) ? work.now : from.activeAt;
  // What a file tells of an old lead wakes nobody, and neither does taking that back.
  const isAsleep = from.cardChannel === null && (actor === 'import' || undoes !== null);
  const cardChannel = isAsleep ? null : cardChannelOf(from, move.lead, work.settings);
  const id = work.newId('event');
  const event: RecordedEvent = { ...move.event, id, leadId: from.id, before: lifeOf(from) };
  const undoMove = await undoMoveAfter(work, event);
  const lead: Lead = { ...move.lead, cardChannel, activeAt, undoMove, version: from.version + 1 };
  await updateLead(work.tx, lead, from);
  await recordPeople(work, lead, actor);
  // What was told so far is told again below it, and what happens now after that.
  if (lead.cardChannel !== from.cardChannel) await moveCard(work, lead);
  await insertLeadEvents(work.tx, [event]);
  if (!isAsleep)
    await recordPromises(work, { from, to: lead, event: move.event, eventId: id, at: work.now, undoes });
  await followRejects(work, { from, to: lead, event: move.event, eventId: id });
  await work.announce(leadCard(lead), leadLine(lead, id), returned(work, from, lead));
  await announceHomes(work, [...concerned(actor, work.settings), from.owner, lead.owner]);
  return lead;
}

/** The move itself, or, where it took one back, the one before that. */
async function undoMoveAfter({ tx }: Work, event: RecordedEvent): Promise<string | null> {
  if (event.kind !== 'undone' && event.kind !== 'split') return isUndoable(event) ? event.id : null;
  const history = await listLeadEvents(tx, event.leadId);
  return undoableIn([...history, event])?.id ?? null;
}

/** Those that it ends and those that it starts. What was undone is looked up among all that there were. */
async function recordPromises(work: Work, moved: LeadMoved): Promise<void> {
  const { tx } = work;
  const rows = await (moved.undoes ? listPromises : findRunningPromises)(tx, moved.to.id);
  const changed = promisesAfterMove(rows, moved, work);
  await writePromises(tx, changed, rows);
  await correctNags(work, rows, changed);
  await correctReminders(work, moved.from);
}

/**
 * A card that was left behind in another channel follows with the first move that leaves something to do. A lead that has none, an old one out of a
 * file, gets one when it comes to life: somebody takes it, or it comes back.
 */
function cardChannelOf(from: Lead, { state, cardChannel }: Lead, settings: Settings): string | null {
  const isOver = state === 'won' || state === 'lost' || state === 'merged' || state === 'rejected';
  const isAsleep = cardChannel === null && (state === from.state || !['new', 'claimed'].includes(state));
  return isOver || isAsleep ? cardChannel : targetOf(settings, 'leads');
}

/**
 * What comes back to marketing is put before it with the button to mend it, since marketing has no card to look at; once the lead has gone
 * on, by whatever move, the button goes.
 */
function returned({ settings }: Work, from: Lead, lead: Lead) {
  const back = [lead, from].find(({ state }) => state === 'returned');
  if (!back || back.verdictAt === null || !settings.marketingChannel) return null;
  return leadReturned(lead, back.verdictAt, settings.marketingChannel);
}

/** Whoever has to do with a lead is somebody whose working time counts. */
async function recordPeople({ tx, now, settings }: Work, { owner }: Lead, actor: Actor): Promise<void> {
  if (isPerson(actor) && !hasMovedLately(settings.people?.get(actor), now)) await recordMover(tx, actor, now);
  if (owner && owner !== actor && !settings.people?.has(owner)) await insertPeople(tx, [owner], now);
}

/** It is kept to the hour: then there is nothing to write. */
function hasMovedLately(person: Person | undefined, now: number): boolean {
  return person?.movedAt != null && person.movedAt >= now - HOUR;
}

/** Whose numbers a move changes, besides those of the lead's owner. */
function concerned(actor: Actor, { managers, marketers }: Settings): PersonId[] {
  return [...(isPerson(actor) ? [actor] : []), ...managers, ...marketers];
}
