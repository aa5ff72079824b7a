import type { By } from '../../domain/lead/claim.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { Move } from '../../domain/lead/lead-event.ts';
import { notFound } from '../../domain/lead/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { AppError, type ErrorCode } from '../../errors.ts';
import { lockLead } from '../../store/lead/lead.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { announceCard, recordMove } from './record-move.ts';

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
 * recorded.
 */
export function moveLead(
  ctx: Context,
  input: MoveInput,
  decide: (scene: MoveScene) => Move | Promise<Move>,
): Promise<Lead> {
  return withLead(ctx, input, async (scene) => {
    const move = await decide(scene);
    return recordMove(ctx, scene.tx, { from: scene.lead, move, settings: scene.settings, now: scene.now });
  });
}

/** The person acted on something that is no longer so: what they see is drawn anew. */
const STALE_CODES: readonly ErrorCode[] = ['stale', 'conflict'];

/**
 * Runs the work on the row, held for writing. A refusal is an answer here, not a failure: it must come before any write, and the
 * transaction goes on to commit the redrawing of the card.
 */
export async function withLead<T>(
  ctx: Context,
  input: MoveInput,
  work: (scene: MoveScene) => Promise<T>,
): Promise<T> {
  const now = ctx.clock.now();
  const outcome = await ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    const lead = await lockLead(tx, input.leadId);
    if (!lead) throw notFound();
    const by = { person: input.person, isManager: settings.managers.includes(input.person) };
    try {
      return { result: await work({ lead, by, now, settings, tx }) };
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      if (STALE_CODES.includes(thrown.code)) {
        await announceCard(ctx, tx, lead, now);
        await announceHomes(ctx, tx, [input.person], now);
      }
      return { refusal: thrown };
    }
  });
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome.result;
}
