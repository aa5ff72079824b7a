import { z } from 'zod';
import type { Context } from '../../usecases/context.ts';
import { recordSpend } from '../../usecases/money/record-spend.ts';
import { spendSchema } from '../schemas/spend.ts';
import { oneOrMany } from './one-or-many.ts';
import type { ApiAnswer, ApiCall, ApiRoute } from './route.ts';

const SpendAnswer = z.object({ spend: z.array(z.object({ id: z.string() })) });

export function postSpend(context: Context): ApiRoute {
  const schema = spendSchema({ now: () => context.clock.now() });
  return {
    method: 'post',
    path: '/spend',
    summary:
      'Says what an effort of marketing or sales cost; send an Idempotency-Key, or saying it again counts again',
    request: schema,
    answer: SpendAnswer,
    async handle({ context: ctx, body, delivery }: ApiCall): Promise<ApiAnswer> {
      const spend = oneOrMany(schema, body);
      const recorded = await recordSpend(ctx, { by: 'api', spend, delivery });
      return { status: 201, body: { spend: recorded.map(({ id }) => ({ id })) } };
    },
  };
}
