import type { LeadInput } from '../../usecases/lead/receive-leads.ts';

/** The person whom Meta's tools invent to try a form: every field says so, and the address is Meta's own. */
export function isDummyLead({ name, email, phone, company, fields = {} }: LeadInput): boolean {
  if (/^test@(meta|fb)\.com$/i.test(email ?? '')) return true;
  return [name, email, phone, company, ...Object.values(fields)].some((text) =>
    text?.startsWith('<test lead: dummy data'),
  );
}
