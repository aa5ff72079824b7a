import { z } from 'zod';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { LeadInput } from '../../domain/lead/receive.ts';
import type { Context } from '../context.ts';
import { answerOnce } from '../delivery/answer-once.ts';
import { type ReceivedLead, receiveLeadsIn } from './receive-leads.ts';

const Answer: z.ZodType<ReceivedLead, unknown> = z.object({
  id: z.string().transform((id) => id as LeadId),
  duplicate: z.boolean(),
});

/** A lead from a workflow. Slack repeats what it got no answer to: the same run is one lead and has one answer. */
export function receiveStep(
  ctx: Context,
  { runId, lead }: { runId: string; lead: LeadInput },
): Promise<ReceivedLead> {
  const delivery = { route: 'workflow step', key: runId, bodyHash: '' };
  return answerOnce(ctx, {
    delivery,
    answer: Answer,
    work: async (tx, now) => {
      const options = { actor: 'api', post: 'all' } as const;
      const [received] = await receiveLeadsIn(ctx, tx, { inputs: [lead], options, now });
      if (!received) throw new Error('A lead was taken without an answer');
      return received;
    },
  });
}
