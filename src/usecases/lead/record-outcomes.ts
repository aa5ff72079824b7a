import { z } from 'zod';
import { type Outcome, recordOutcome } from '../../domain/lead/close.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { type Money, moneyOf } from '../../domain/money/money.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { AppError } from '../../errors.ts';
import { findUnmergedLead } from '../../store/lead/lead-match.ts';
import type { Context } from '../context.ts';
import { answerOnce, type Delivery } from '../delivery/answer-once.ts';
import { findLeadOfId } from '../source/find-delivered.ts';
import { orderOf, perform, type Work } from '../work.ts';
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
type Refused = { status: 'refused'; because: AppError };

export type OutcomeResult = Recorded | Refused;

/** Deals won and lost, as a file says it: what is refused does not keep the others. Hearing the same again changes nothing. */
export function recordOutcomes(
  ctx: Context,
  by: Actor,
  inputs: readonly OutcomeInput[],
): Promise<OutcomeResult[]> {
  return perform(
    ctx,
    by,
    async (work) => {
      const results: OutcomeResult[] = [];
      for (const input of inputs) results.push(await recordOrRefuse(work, input));
      return results;
    },
    { order: orderOf(by) },
  );
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
    if (result.status === 'refused') throw atOutcome(result.because, index, inputs.length);
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
    return { status: 'refused', because: thrown };
  }
}

async function recordOne(work: Work, input: OutcomeInput): Promise<Recorded> {
  const lead = await findUnmergedLead(work.tx, await resolveLead(work, input));
  if (!lead) throw refuse('no_lead_of_id', { id: input.leadId ?? '' });
  const move = recordOutcome(lead, work.by, toOutcome(work, input));
  if (!move) return { status: 'unchanged', leadId: lead.id };
  await recordMove(work, { from: lead, move });
  return { status: 'recorded', leadId: lead.id };
}

async function resolveLead(work: Work, { leadId, externalId, source }: OutcomeInput): Promise<LeadId> {
  if (leadId !== undefined) return leadId;
  if (externalId === undefined) throw refuse('outcome_names_no_lead');
  const found = await findLeadOfId(work, { externalId, source });
  if (found === 'none') throw refuse('no_lead_of_external_id', { externalId });
  if (found === 'several') throw refuse('several_leads_of_external_id', { externalId });
  return found.id;
}

function toOutcome({ settings, now }: Work, input: OutcomeInput): Outcome {
  const value: Money | null =
    input.value === undefined ? null : moneyOf(input.value, input.currency ?? settings.currency);
  return { outcome: input.outcome, value, at: input.at ?? now, reason: input.reason ?? null };
}

function atOutcome({ kind, refusal }: AppError, index: number, count: number): AppError {
  return new AppError(kind, refusal, { problems: [{ field: count === 1 ? '' : String(index), refusal }] });
}
