import { z } from 'zod';
import type { Context } from '../../usecases/context.ts';
import { recordAllOutcomes } from '../../usecases/lead/record-outcomes.ts';
import { outcomeSchema } from '../schemas/outcome.ts';
import { oneOrMany } from './one-or-many.ts';
import type { ApiAnswer, ApiCall, ApiRoute } from './route.ts';

const OutcomesAnswer = z.object({
  outcomes: z.array(z.object({ leadId: z.string(), status: z.enum(['recorded', 'corrected', 'unchanged']) })),
});

export function postOutcomes(context: Context): ApiRoute {
  const schema = outcomeSchema({ now: () => context.clock.now() });
  return {
    method: 'post',
    path: '/outcomes',
    summary: 'Says which leads were won or lost, and for how much; saying it again changes nothing',
    request: schema,
    answer: OutcomesAnswer,
    async handle({ context: ctx, body, delivery }: ApiCall): Promise<ApiAnswer> {
      const outcomes = oneOrMany(schema, body);
      const recorded = await recordAllOutcomes(ctx, { by: 'api', outcomes, delivery });
      return { status: 200, body: { outcomes: recorded } };
    },
  };
}
