/** How leads reach the bot in the demo: over its HTTP API, as a form on a web site would send them. */
import type { LeadInput } from '../src/usecases/lead/receive-leads.ts';

export const INTAKE_TOKEN = 'demo';

export async function sendLead(apiUrl: string, lead: LeadInput): Promise<void> {
  const response = await fetch(`${apiUrl}/api/leads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(lead),
  });
  if (!response.ok) throw new Error(`The bot answered ${response.status}: ${await response.text()}`);
}

/** The same from a command line. */
export function curlLine(apiUrl: string): string {
  const lead = { source: 'Webinar', name: 'Your Name', company: 'Your Company', priority: 'hot' };
  return `curl ${apiUrl}/api/leads -H 'Authorization: Bearer ${INTAKE_TOKEN}' --json '${JSON.stringify(lead)}'`;
}
