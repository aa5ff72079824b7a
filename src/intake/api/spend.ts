import { z } from 'zod';
import type { Context } from '../../usecases/context.ts';
import { answerOnce } from '../../usecases/delivery/answer-once.ts';
import { recordSpendIn } from '../../usecases/money/record-spend.ts';
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
    async handle(call: ApiCall): Promise<ApiAnswer> {
      const inputs = oneOrMany(schema, call.body);
      const body = await answerOnce(call.context, {
        delivery: call.delivery,
        answer: SpendAnswer,
        work: async (tx, now) => {
          const results = await recordSpendIn(call.context, tx, { inputs, options: { actor: 'api' }, now });
          return { spend: results.map(({ id }) => ({ id })) };
        },
      });
      return { status: 201, body };
    },
  };
}
