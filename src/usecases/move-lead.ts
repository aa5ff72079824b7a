import type { By } from '../domain/lead/claim.ts';
import type { Lead, LeadId, Move } from '../domain/lead/lead.ts';
import { notFound } from '../domain/lead/refusals.ts';
import type { PersonId } from '../domain/people.ts';
import type { Settings } from '../domain/settings.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import { findLeadForUpdate } from '../store/lead.ts';
import { announce } from '../store/outbox.ts';
import { loadSettings } from '../store/settings.ts';
import type { Tx } from '../store/transaction.ts';
import type { Context } from './context.ts';
import { recordMove } from './record-move.ts';

export interface MoveInput {
  leadId: LeadId;
  person: PersonId;
}

export interface MoveScene {
  lead: Lead;
  by: By;
  now: number;
  settings: Settings;
  tx: Tx;
}

/**
 * What all moves by a person share: one transaction in which the row is read for writing, permission is judged on it, and the move is
 * recorded. A refused move redraws the card, since the person has just shown that they see an old one.
 */
export async function moveLead(
  ctx: Context,
  input: MoveInput,
  decide: (scene: MoveScene) => Move | Promise<Move>,
): Promise<Lead> {
  const now = ctx.clock.now();
  const outcome = await ctx.db.transaction(async (tx): Promise<Lead | AppError> => {
    const settings = await loadSettings(tx);
    const lead = await findLeadForUpdate(tx, input.leadId);
    if (!lead) throw notFound();
    const by = { person: input.person, isManager: settings.managers.includes(input.person) };
    const move = await decideOrRefuse(() => decide({ lead, by, now, settings, tx }));
    if (!(move instanceof AppError)) return recordMove(ctx, tx, { move, settings, now });
    if (STALE_CODES.includes(move.code)) await redraw(ctx, tx, lead, now);
    return move;
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

/** The person acted on something that is no longer so. */
const STALE_CODES: readonly ErrorCode[] = ['stale', 'conflict'];

/** A refusal is an answer here, not a failure: the transaction goes on and commits the redrawing. */
async function decideOrRefuse(decide: () => Move | Promise<Move>): Promise<Move | AppError> {
  try {
    return await decide();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

async function redraw(ctx: Context, tx: Tx, lead: Lead, now: number): Promise<void> {
  if (!lead.cardChannel) return;
  const card = { kind: 'lead_card', ref: lead.id, target: lead.cardChannel } as const;
  await announce(tx, card, { id: ctx.newId('outbox'), now });
}
