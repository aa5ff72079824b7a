import { z } from 'zod';
import type { Context } from '../../usecases/context.ts';
import { recordAllOutcomes } from '../../usecases/lead/record-outcomes.ts';
import { outcomeSchema } from '../schemas/outcome.ts';
import { oneOrMany } from './one-or-many.ts';
import type { ApiAnswer, ApiCall, ApiRoute } from './route.ts';
import { byZone, Noted, notedZones, zoneFor } from './zones.ts';

const OutcomesAnswer = z.object({
  outcomes: z.array(z.object({ leadId: z.string(), status: z.enum(['recorded', 'corrected', 'unchanged']) })),
  noted: Noted,
});

export function postOutcomes(context: Context): ApiRoute {
  const now = () => context.clock.now();
  const schemaFor = byZone((timezone) => outcomeSchema({ now, ...(timezone && { timezone }) }));
  return {
    method: 'post',
    path: '/outcomes',
    summary: 'Says which leads were won or lost, and for how much; saying it again changes nothing',
    request: schemaFor(undefined),
    answer: OutcomesAnswer,
    async handle({ context: ctx, body, delivery }: ApiCall): Promise<ApiAnswer> {
      const timezone = await zoneFor(ctx, body);
      const outcomes = oneOrMany(schemaFor(timezone), body);
      const recorded = await recordAllOutcomes(ctx, { by: 'api', outcomes, delivery });
      return { status: 200, body: { outcomes: recorded, ...notedZones(body, 'at', timezone) } };
    },
  };
}
