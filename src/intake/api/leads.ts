import { z } from 'zod';
import { isTestLead } from '../../reading/lead/test-lead.ts';
import type { Context } from '../../usecases/context.ts';
import { receiveLeadCall } from '../../usecases/lead/receive-leads.ts';
import { bentBody, keepingProto, leadSchema } from '../schemas/lead.ts';
import { oneOrMany } from './one-or-many.ts';
import type { ApiAnswer, ApiCall, ApiRoute } from './route.ts';
import { byZone, Noted, notedZones, zoneFor } from './zones.ts';

const LeadsAnswer = z.object({
  leads: z.array(z.object({ id: z.string(), duplicate: z.boolean() })),
  noted: Noted,
});

/** `onReceived` is told what was news and what was not, for the metrics. */
export function postLeads(
  context: Context,
  onReceived: (leads: readonly { duplicate: boolean }[]) => void,
): ApiRoute {
  const reading = { now: () => context.clock.now() };
  const schemaFor = byZone((timezone) => leadSchema({ ...reading, ...(timezone && { timezone }) }));
  return {
    method: 'post',
    path: '/leads',
    summary: 'Hands in one lead or up to 1,000; the same (source, externalId) again is no news',
    request: schemaFor(undefined),
    answer: LeadsAnswer,
    async handle({ context: ctx, body, delivery }: ApiCall): Promise<ApiAnswer> {
      const timezone = await zoneFor(ctx, body);
      const bent = bentBody(keepingProto(body), { ...reading, ...(timezone && { timezone }) });
      const inputs = oneOrMany(schemaFor(timezone), bent);
      const { leads, isRepeat } = await receiveLeadCall(ctx, {
        leads: inputs.map((lead) => ({ ...lead, isTest: isTestLead(lead) })),
        options: { post: 'recent' },
        delivery,
      });
      // A repeated call bears the first one's answer, whose leads are counted already.
      if (!isRepeat) onReceived(leads);
      return {
        status: leads.every((lead) => lead.duplicate) ? 200 : 201,
        body: { leads, ...notedZones(bent, 'receivedAt', timezone) },
      };
    },
  };
}
