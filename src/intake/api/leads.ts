import { z } from 'zod';
import type { Context } from '../../usecases/context.ts';
import { answerOnce } from '../../usecases/delivery/answer-once.ts';
import { receiveLeadsIn } from '../../usecases/lead/receive-leads.ts';
import { leadSchema } from '../schemas/lead.ts';
import { oneOrMany } from './one-or-many.ts';
import type { ApiAnswer, ApiCall, ApiRoute } from './route.ts';

const LeadsAnswer = z.object({ leads: z.array(z.object({ id: z.string(), duplicate: z.boolean() })) });

/** `onReceived` is told what was news and what was not, for the metrics. */
export function postLeads(
  context: Context,
  onReceived: (leads: readonly { duplicate: boolean }[]) => void,
): ApiRoute {
  const schema = leadSchema({ now: () => context.clock.now() });
  return {
    method: 'post',
    path: '/leads',
    summary: 'Hands in one lead or up to 1,000; the same (source, externalId) again is no news',
    request: schema,
    answer: LeadsAnswer,
    async handle(call: ApiCall): Promise<ApiAnswer> {
      const inputs = oneOrMany(schema, call.body);
      let isNews = false;
      const body = await answerOnce(call.context, {
        delivery: call.delivery,
        answer: LeadsAnswer,
        work: async (tx, now) => {
          const options = { actor: 'api', post: 'recent' } as const;
          isNews = true;
          return { leads: await receiveLeadsIn(call.context, tx, { inputs, options, now }) };
        },
      });
      // A repeated call bears the first one's answer, whose leads are counted already.
      if (isNews) onReceived(body.leads);
      return { status: body.leads.every((lead) => lead.duplicate) ? 200 : 201, body };
    },
  };
}
