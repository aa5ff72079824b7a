import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { majorUnits } from '../../domain/money/money.ts';
import { statusOf, type TeamPromise } from '../../domain/promise/promise.ts';
import type { LoadedLead } from '../../usecases/lead/load-lead.ts';

const instant = z.iso.datetime().nullable();
const text = z.string().nullable();

const PromiseJson = z.object({
  kind: z.string().describe('Such as claim, contact or verdict'),
  owedBy: z.string().describe('Slack id of a person, or a side'),
  startedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  targetMinutes: z.number().describe('Of working time'),
  status: z.enum(['running', 'overdue', 'kept', 'broken', 'waived']),
  endedAt: instant,
  done: z.boolean().describe('What was promised was done, in time or not'),
  why: text.describe('Why nobody owes it any more, where it was not done'),
  lateMinutes: z.number().nullable().describe('Of working time, of a broken one that has ended'),
});

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
  learnedAt: z.iso
    .datetime()
    .describe('When Tango heard of it: later than it arrived, where a file brought it'),
  claimedAt: instant,
  contactedAt: instant,
  verdictAt: instant,
  closedAt: instant,
  rejectReason: text,
  mergedInto: text.describe('Id of the lead that it went into'),
  value: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  restsUntil: z.iso.date().nullable(),
  history: z.array(z.object({ kind: z.string(), at: z.iso.datetime(), actor: z.string() })),
  promises: z.array(PromiseJson),
});

export function leadJson({ lead, history, promises }: LoadedLead, now: number): z.output<typeof LeadJson> {
  const { id, source, externalId, campaign, name, email, phone, company, title, segment, region } = lead;
  const { companySize, message, reason, priority, fields, state, owner, restsUntil } = lead;
  return {
    ...{ id, source, externalId, campaign, name, email, phone, company, title, segment, region },
    ...{ companySize, message, reason, priority, fields, state, owner, restsUntil },
    test: lead.isTest,
    receivedAt: iso(lead.receivedAt),
    learnedAt: iso(lead.createdAt),
    claimedAt: isoOrNull(lead.claimedAt),
    contactedAt: isoOrNull(lead.contactedAt),
    verdictAt: isoOrNull(lead.verdictAt),
    closedAt: isoOrNull(lead.closedAt),
    rejectReason: lead.rejection?.reason ?? null,
    mergedInto: lead.mergedInto,
    value: lead.value && { amount: majorUnits(lead.value), currency: lead.value.currency },
    history: history.map(({ kind, at, actor }) => ({ kind, at: iso(at), actor })),
    promises: promises.map((promise) => promiseJson(promise, now)),
  };
}

function promiseJson(promise: TeamPromise, now: number): z.output<typeof PromiseJson> {
  const { kind, owedBy, startedAt, dueAt, target, end } = promise;
  return {
    ...{ kind, owedBy, startedAt: iso(startedAt), dueAt: iso(dueAt), targetMinutes: target },
    status: statusOf(promise, now),
    endedAt: isoOrNull(end?.at ?? null),
    done: end !== null && end.why === null,
    why: end?.why ?? null,
    lateMinutes: end?.late ?? null,
  };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}

function iso(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}
