import { type Outcome, recordOutcome } from '../../domain/lead/close.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { type Money, moneyOf } from '../../domain/money/money.ts';
import type { Actor } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { AppError, type ErrorCode } from '../../errors.ts';
import { findLeadIdsByExternalId } from '../../store/lead/lead.ts';
import { findUnmergedLead } from '../../store/lead/lead-match.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { recordMove } from './record-move.ts';

/** `leadId`, or `externalId` with `source` where it is not unique. */
export interface OutcomeInput {
  leadId?: LeadId;
  externalId?: string;
  source?: string | null;
  outcome: 'won' | 'lost';
  /** In major units. */
  value?: string | number;
  /** The team's where it is not named. */
  currency?: string;
  /** Epoch ms; now where it is not said. */
  at?: number;
  reason?: string;
}

export type OutcomeResult =
  | { status: 'recorded' | 'unchanged'; leadId: LeadId }
  | { status: 'refused'; code: ErrorCode; message: string };

interface Options {
  actor: Actor;
  /** `abort`: one refusal refuses all (an API call); `report`: the others are recorded (a file). */
  onRefusal: 'abort' | 'report';
}

/** Deals won and lost, as the CRM or a file says it. Hearing the same again changes nothing. */
export function recordOutcomes(
  ctx: Context,
  inputs: readonly OutcomeInput[],
  options: Options,
): Promise<OutcomeResult[]> {
  const now = ctx.clock.now();
  return ctx.db.transaction((tx) => recordOutcomesIn(ctx, tx, { inputs, options, now }));
}

/** The same within a transaction that is open already. */
export async function recordOutcomesIn(
  ctx: Context,
  tx: Tx,
  { inputs, options, now }: { inputs: readonly OutcomeInput[]; options: Options; now: number },
): Promise<OutcomeResult[]> {
  const settings = await loadSettings(tx);
  const results: OutcomeResult[] = [];
  for (const [index, input] of inputs.entries()) {
    const result = await recordOne(ctx, tx, { input, actor: options.actor, settings, now });
    if (result.status === 'refused' && options.onRefusal === 'abort')
      throw abortion(result, index, inputs.length);
    results.push(result);
  }
  return results;
}

interface One {
  input: OutcomeInput;
  actor: Actor;
  settings: Settings;
  now: number;
}

async function recordOne(ctx: Context, tx: Tx, { input, actor, settings, now }: One): Promise<OutcomeResult> {
  try {
    const lead = await findUnmergedLead(tx, await resolveLead(tx, input));
    if (!lead) throw new AppError('not_found', `There is no lead ${input.leadId}`);
    const move = recordOutcome(lead, actor, toClosing(input, settings, now));
    if (!move) return { status: 'unchanged', leadId: lead.id };
    await recordMove(ctx, tx, { from: lead, move, settings, now });
    return { status: 'recorded', leadId: lead.id };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { status: 'refused', code: thrown.code, message: thrown.message };
  }
}

async function resolveLead(tx: Tx, { leadId, externalId, source }: OutcomeInput): Promise<LeadId> {
  if (leadId !== undefined) return leadId;
  if (externalId === undefined) throw new AppError('invalid', 'Name the lead by leadId or externalId');
  const [first, second] = await findLeadIdsByExternalId(tx, externalId, source);
  if (first === undefined)
    throw new AppError('not_found', `There is no lead with the external id ${externalId}`);
  if (second !== undefined) {
    throw new AppError('conflict', `Several sources have a lead ${externalId}: name the source as well`);
  }
  return first;
}

function toClosing(input: OutcomeInput, settings: Settings, now: number): Outcome {
  const value: Money | null =
    input.value === undefined ? null : moneyOf(input.value, input.currency ?? settings.currency);
  return { outcome: input.outcome, value, at: input.at ?? now, reason: input.reason ?? null };
}

function abortion(
  refused: Extract<OutcomeResult, { status: 'refused' }>,
  index: number,
  count: number,
): AppError {
  const field = count === 1 ? '' : String(index);
  return new AppError(refused.code, refused.message, { problems: [{ field, message: refused.message }] });
}
