import { refuse } from '../../domain/refusals.ts';
import { loadLead } from '../../usecases/lead/load-lead.ts';
import { LeadJson, leadJson } from './lead-json.ts';
import type { ApiRoute } from './route.ts';

export const getLead: ApiRoute = {
  method: 'get',
  path: '/leads/:id',
  summary: 'Shows a lead as it stands, with its history and its promises',
  answer: LeadJson,
  async handle({ context, params }) {
    const id = params.id ?? '';
    // PostgreSQL knows no text with a NUL in it, and so no lead.
    if (id.includes('\0')) throw refuse('lead_not_found');
    const loaded = await loadLead(context, id);
    return { status: 200, body: leadJson(loaded, context.clock.now()) };
  },
};
