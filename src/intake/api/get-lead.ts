import { loadLead } from '../../usecases/lead/load-lead.ts';
import { LeadJson, leadJson } from './lead-json.ts';
import type { ApiRoute } from './route.ts';

export const getLead: ApiRoute = {
  method: 'get',
  path: '/leads/:id',
  summary: 'Shows a lead as it stands, with its history',
  answer: LeadJson,
  async handle({ context, params }) {
    const { lead, history } = await loadLead(context, params.id ?? '');
    return { status: 200, body: leadJson(lead, history) };
  },
};
