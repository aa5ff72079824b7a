import type { Lead, LeadEvent, Move } from '../domain/lead/lead.ts';
import { nextNagAt } from '../domain/nag.ts';
import type { Settings } from '../domain/settings.ts';
import { insertLeadEvents, saveLead } from '../store/lead.ts';
import { announce } from '../store/outbox.ts';
import type { Tx } from '../store/transaction.ts';
import type { Context } from './context.ts';

/** Saves a move with its history, sets the next nag, and announces it: the card is redrawn, its thread gets a line. */
export async function recordMove(
  ctx: Context,
  tx: Tx,
  { move, settings, now }: { move: Move; settings: Settings; now: number },
): Promise<Lead> {
  const moved: Lead = { ...move.lead, version: move.lead.version + 1 };
  const lead: Lead = { ...moved, nextNagAt: nextNagAt(moved, settings) };
  await saveLead(tx, lead);
  const eventId = ctx.newId('event');
  await insertLeadEvents(tx, [{ ...move.event, id: eventId, leadId: lead.id }]);
  await announceMove(ctx, tx, { lead, event: move.event, eventId, now });
  return lead;
}

interface Recorded {
  lead: Lead;
  event: LeadEvent;
  eventId: string;
  now: number;
}

async function announceMove(ctx: Context, tx: Tx, { lead, eventId, now }: Recorded): Promise<void> {
  if (!lead.cardChannel) return;
  const target = lead.cardChannel;
  await announce(tx, { kind: 'lead_card', ref: lead.id, target }, { id: ctx.newId('outbox'), now });
  await announce(
    tx,
    { kind: 'lead_line', ref: eventId, target, threadOf: `lead_card:${lead.id}` },
    { id: ctx.newId('outbox'), now },
  );
}
