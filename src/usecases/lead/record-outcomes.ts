import { z } from 'zod';
import { type Outcome, recordOutcome } from '../../domain/lead/close.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { type Money, moneyOf } from '../../domain/money/money.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { AppError, type ErrorCode } from '../../errors.ts';
import { findLeadIdsByExternalId } from '../../store/lead/lead.ts';
import { findUnmergedLead } from '../../store/lead/lead-match.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { answerOnce, type Delivery } from '../delivery/answer-once.ts';
import { perform, type Work } from '../work.ts';
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

type Recorded = { status: 'recorded' | 'unchanged'; leadId: LeadId };
type Refused = { status: 'refused'; code: ErrorCode; message: string };

export type OutcomeResult = Recorded | Refused;

/** Deals won and lost, as a file says it: what is refused does not keep the others. Hearing the same again changes nothing. */
export function recordOutcomes(
  ctx: Context,
  by: Actor,
  inputs: readonly OutcomeInput[],
): Promise<OutcomeResult[]> {
  return perform(ctx, by, async (work) => {
    const results: OutcomeResult[] = [];
    for (const input of inputs) results.push(await recordOrRefuse(work, input));
    return results;
  });
}

const RecordedJson: z.ZodType<Recorded, unknown> = z.object({
  status: z.enum(['recorded', 'unchanged']),
  leadId: z.string().transform((id) => id as LeadId),
});
const Answer = z.object({ outcomes: z.array(RecordedJson) });

interface OutcomeDelivery {
  by: Actor;
  outcomes: readonly OutcomeInput[];
  delivery: Delivery | null;
}

/** The same as the CRM's call says it: all or none. Throws the first refusal, with the index of its outcome as the field. */
export async function recordAllOutcomes(
  ctx: Context,
  { by, outcomes: inputs, delivery }: OutcomeDelivery,
): Promise<Recorded[]> {
  const { answer } = await perform(ctx, by, (work) =>
    answerOnce(work, {
      delivery,
      answer: Answer,
      run: async () => ({ outcomes: await recordAll(work, inputs) }),
    }),
  );
  return answer.outcomes;
}

async function recordAll(work: Work, inputs: readonly OutcomeInput[]): Promise<Recorded[]> {
  const results: Recorded[] = [];
  for (const [index, input] of inputs.entries()) {
    const result = await recordOrRefuse(work, input);
    if (result.status === 'refused') throw refusalOf(result, index, inputs.length);
    results.push(result);
  }
  return results;
}

/** A refusal comes before any write, so the others can go on. */
async function recordOrRefuse(work: Work, input: OutcomeInput): Promise<OutcomeResult> {
  try {
    return await recordOne(work, input);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { status: 'refused', code: thrown.code, message: thrown.message };
  }
}

async function recordOne(work: Work, input: OutcomeInput): Promise<Recorded> {
  const lead = await findUnmergedLead(work.tx, await resolveLead(work.tx, input));
  if (!lead) throw new AppError('not_found', `There is no lead ${input.leadId}`);
  const move = recordOutcome(lead, work.by, toOutcome(work, input));
  if (!move) return { status: 'unchanged', leadId: lead.id };
  await recordMove(work, { from: lead, move });
  return { status: 'recorded', leadId: lead.id };
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

function toOutcome({ settings, now }: Work, input: OutcomeInput): Outcome {
  const value: Money | null =
    input.value === undefined ? null : moneyOf(input.value, input.currency ?? settings.currency);
  return { outcome: input.outcome, value, at: input.at ?? now, reason: input.reason ?? null };
}

function refusalOf({ code, message }: Refused, index: number, count: number): AppError {
  const field = count === 1 ? '' : String(index);
  return new AppError(code, message, { problems: [{ field, message }] });
}
