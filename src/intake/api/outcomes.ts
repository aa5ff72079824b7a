import { z } from 'zod';
import type { Context } from '../../usecases/context.ts';
import { answerOnce } from '../../usecases/delivery/answer-once.ts';
import { recordOutcomesIn } from '../../usecases/lead/record-outcomes.ts';
import { outcomeSchema } from '../schemas/outcome.ts';
import { oneOrMany } from './one-or-many.ts';
import type { ApiAnswer, ApiCall, ApiRoute } from './route.ts';

const OutcomesAnswer = z.object({
  outcomes: z.array(z.object({ leadId: z.string(), status: z.enum(['recorded', 'unchanged']) })),
});

export function postOutcomes(context: Context): ApiRoute {
  const schema = outcomeSchema({ now: () => context.clock.now() });
  return {
    method: 'post',
    path: '/outcomes',
    summary: 'Says which leads were won or lost, and for how much; saying it again changes nothing',
    request: schema,
    answer: OutcomesAnswer,
    async handle(call: ApiCall): Promise<ApiAnswer> {
      const inputs = oneOrMany(schema, call.body);
      const body = await answerOnce(call.context, {
        delivery: call.delivery,
        answer: OutcomesAnswer,
        work: async (tx, now) => {
          const options = { actor: 'api', onRefusal: 'abort' } as const;
          const results = await recordOutcomesIn(call.context, tx, { inputs, options, now });
          return OutcomesAnswer.parse({ outcomes: results });
        },
      });
      return { status: 200, body };
    },
  };
}
