import { type Lead, type LeadId, lifeOf } from '../../domain/lead/lead.ts';
import type { Move } from '../../domain/lead/lead-event.ts';
import { nextNagAt } from '../../domain/nag/nag.ts';
import { type Actor, isPerson, type PersonId } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { updateLead } from '../../store/lead/lead.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import { insertPeople, recordMover } from '../../store/team/person.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';

interface Recording {
  /** The lead as it was. */
  from: Lead;
  move: Move;
  settings: Settings;
  now: number;
}

/** Saves a move with its history, sets the next nag, and announces it: the card is redrawn, its thread gets a line. */
export async function recordMove(
  ctx: Context,
  tx: Tx,
  { from, move, settings, now }: Recording,
): Promise<Lead> {
  const activeAt = isPerson(move.event.actor) ? now : from.activeAt;
  const moved: Lead = { ...move.lead, activeAt, version: from.version + 1 };
  const lead: Lead = { ...moved, nextNagAt: nextNagAt(moved, settings) };
  await updateLead(tx, lead);
  await noteThem(tx, lead, move.event.actor, now);
  const eventId = ctx.newId('event');
  await insertLeadEvents(tx, [{ ...move.event, id: eventId, leadId: lead.id, before: lifeOf(from) }]);
  await announceCard(ctx, tx, lead, now);
  await announceLine(ctx, tx, { lead, eventId, now });
  await announceReturned(ctx, tx, { from, lead, settings, now });
  await announceHomes(ctx, tx, [...concerned(move.event.actor, settings), from.owner, lead.owner], now);
  return lead;
}

/**
 * What comes back to marketing is put before it with the button to mend it, since marketing has no card to look at; once the lead has gone on, by
 * whatever move, the button goes. `ref` is "lead/when it came back".
 */
async function announceReturned(
  ctx: Context,
  tx: Tx,
  { from, lead, settings, now }: { from: Lead; lead: Lead; settings: Settings; now: number },
): Promise<void> {
  const returned = [lead, from].find(({ state }) => state === 'returned');
  if (!returned || !settings.marketingChannel) return;
  const ref = `${lead.id}/${returned.verdictAt}`;
  const post = { kind: 'lead_returned', ref, target: settings.marketingChannel } as const;
  await enqueue(tx, post, { id: ctx.newId('outbox'), now });
}

/** Whoever has to do with a lead is somebody whose working time counts. */
async function noteThem(tx: Tx, { owner }: Lead, actor: Actor, now: number): Promise<void> {
  if (isPerson(actor)) await recordMover(tx, actor, now);
  if (owner && owner !== actor) await insertPeople(tx, [owner], now);
}

/** Whose numbers a move changes, besides those of the lead's owner. */
function concerned(actor: Actor, { managers, marketers }: Settings): PersonId[] {
  return [...(isPerson(actor) ? [actor] : []), ...managers, ...marketers];
}

type Carded = Pick<Lead, 'id' | 'cardChannel'>;

/** Draws the card anew, where the lead has one. */
export async function announceCard(ctx: Context, tx: Tx, lead: Carded, now: number): Promise<void> {
  if (!lead.cardChannel) return;
  const card = { kind: 'lead_card', ref: lead.id, target: lead.cardChannel } as const;
  await enqueue(tx, card, { id: ctx.newId('outbox'), now });
}

/** Tells one event of the history in the card's thread. */
export async function announceLine(
  ctx: Context,
  tx: Tx,
  { lead, eventId, now }: { lead: Carded; eventId: string; now: number },
): Promise<void> {
  if (!lead.cardChannel) return;
  const line = {
    kind: 'lead_line',
    ref: eventId,
    target: lead.cardChannel,
    threadOf: cardKey(lead.id),
  } as const;
  await enqueue(tx, line, { id: ctx.newId('outbox'), now });
}

/** The key under which a card is remembered: what belongs into its thread names it. */
export function cardKey(leadId: LeadId): string {
  return `lead_card:${leadId}`;
}
