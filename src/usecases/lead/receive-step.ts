import type { Context } from '../context.ts';
import { answerOnce } from '../delivery/answer-once.ts';
import { perform } from '../work.ts';
import { type LeadInput, ReceivedLead, receiveIn } from './receive-leads.ts';

/** A lead from a workflow. Slack repeats what it got no answer to: the same run is one lead and has one answer. */
export async function receiveStep(
  ctx: Context,
  { runId, lead }: { runId: string; lead: LeadInput },
): Promise<ReceivedLead> {
  const delivery = { route: 'workflow step', key: runId, bodyHash: '' };
  const { answer } = await perform(ctx, 'api', (work) =>
    answerOnce(work, {
      delivery,
      answer: ReceivedLead,
      run: async () => {
        const [received] = await receiveIn(work, [lead], { post: 'all' });
        if (!received) throw new Error('A lead was taken without an answer');
        return received;
      },
    }),
  );
  return answer;
}
