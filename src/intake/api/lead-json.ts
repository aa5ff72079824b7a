import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadEvent } from '../../domain/lead/lead-event.ts';
import { majorUnits } from '../../domain/money/money.ts';

const instant = z.iso.datetime().nullable();
const text = z.string().nullable();

/** A lead as the API shows it: instants in ISO 8601, amounts in major units. */
export const LeadJson = z.object({
  id: z.string(),
  source: text.describe('As it is called now, whatever it was handed in as'),
  externalId: text,
  campaign: text.describe('As it is called now, whatever it was handed in as'),
  name: text,
  email: text,
  phone: text,
  company: text,
  title: text,
  segment: text,
  region: text,
  companySize: text,
  message: text,
  reason: text,
  priority: z.enum(['hot', 'standard']),
  fields: z.record(z.string(), z.string()),
  test: z.boolean(),
  state: z.string().describe('Such as new, claimed, qualified, rejected, resting, returned, won or lost'),
  owner: text.describe('Slack id of the person who works on it'),
  receivedAt: instant,
  claimedAt: instant,
  contactedAt: instant,
  verdictAt: instant,
  closedAt: instant,
  rejectReason: text,
  value: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  restsUntil: z.iso.date().nullable(),
  history: z.array(z.object({ kind: z.string(), at: z.iso.datetime(), actor: z.string() })),
});

export function leadJson(lead: Lead, history: readonly LeadEvent[]): z.output<typeof LeadJson> {
  const { id, source, externalId, campaign, name, email, phone, company, title, segment, region } = lead;
  const { companySize, message, reason, priority, fields, state, owner, restsUntil } = lead;
  return {
    ...{ id, source, externalId, campaign, name, email, phone, company, title, segment, region },
    ...{ companySize, message, reason, priority, fields, state, owner, restsUntil },
    test: lead.isTest,
    receivedAt: iso(lead.receivedAt),
    claimedAt: isoOrNull(lead.claimedAt),
    contactedAt: isoOrNull(lead.contactedAt),
    verdictAt: isoOrNull(lead.verdictAt),
    closedAt: isoOrNull(lead.closedAt),
    rejectReason: lead.rejection?.reason ?? null,
    value: lead.value && { amount: majorUnits(lead.value), currency: lead.value.currency },
    history: history.map(({ kind, at, actor }) => ({ kind, at: iso(at), actor })),
  };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}

function iso(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}
