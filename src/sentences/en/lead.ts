import type { NamedLead } from '../../domain/lead/lead.ts';

/** "Dana Whitfield, Harbour Hotels", or the best there is. Raw text: escape it on the way out. */
export function leadTitle(lead: NamedLead): string {
  const who = [lead.name, lead.company].filter(Boolean).join(', ');
  return who || lead.email || lead.phone || lead.externalId || 'Somebody';
}
