/** A form's submission → a lead: whatever can be kept is kept, because the person will not fill the form in twice. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { LeadInput } from '../../../usecases/lead/receive-leads.ts';
import { leadSchema } from '../../schemas/lead.ts';
import { isDummyLead } from '../../schemas/test-lead.ts';
import { cleanLine } from '../../schemas/text.ts';
import { readBody } from '../read-body.ts';
import type { Reading } from '../vendor.ts';
import type { FormAnswer } from './answer.ts';
import { fieldsOf } from './fields.ts';
import { clipped, type SortedAnswers, sortAnswers } from './sort-answers.ts';
import { textOf } from './text-of.ts';

export interface FormSubmission {
  /** Where such leads come from unless the address says otherwise. */
  source: string;
  /** The vendor's own id of it: the same again is no news. */
  externalId: string;
  answers: FormAnswer[];
  /** What the vendor adds about the form and the visit. */
  details?: Record<string, unknown>;
  campaign?: unknown;
  /** An instant in ISO 8601, or epoch ms. */
  submittedAt?: unknown;
  isTest?: boolean;
}

export function leadOf(submission: FormSubmission, { wish, now }: Reading): LeadInput {
  const { facts, rest } = sortAnswers(submission.answers);
  const { firstName, lastName, campaign, ...own } = facts;
  const lead = readBody(leadSchema({ now: () => now }), {
    ...own,
    source: wish.source ?? submission.source,
    externalId: idOf(submission.externalId),
    campaign: wish.campaign ?? campaign ?? campaignOf(submission),
    name: own.name ?? ([firstName, lastName].filter(Boolean).join(' ').slice(0, 200) || null),
    receivedAt: instantOf(submission.submittedAt, now),
    fields: fieldsOf([...surplusNames(facts), ...rest, ...detailsOf(submission)]),
  });
  return { ...lead, isTest: submission.isTest === true || isDummyLead(lead) };
}

/** Some vendors' ids are addresses of any length. */
function idOf(externalId: string): string {
  const line = cleanLine(externalId.replaceAll('\0', ''));
  if (line !== '' && line.length <= 200) return line;
  return createHash('sha256').update(externalId).digest('hex');
}

function campaignOf({ campaign }: FormSubmission): string | null {
  const text = textOf(campaign);
  return text && clipped(cleanLine(text), 200);
}

/** Whoever gave a whole name and its parts, with something in the parts that is not in the whole. */
function surplusNames({ name, firstName, lastName }: SortedAnswers['facts']): [string, string][] {
  const parts: [string, string | undefined][] = [
    ['First name', firstName],
    ['Last name', lastName],
  ];
  return parts.flatMap(([label, part]) =>
    name !== undefined && part !== undefined && !name.includes(part) ? [[label, part]] : [],
  );
}

function detailsOf({ details = {} }: FormSubmission): [string, string][] {
  return Object.entries(details).flatMap(([label, value]) => {
    const text = textOf(value);
    return text === null ? [] : [[label, text]];
  });
}

/** Null, and so the present, for what is no instant; a sender's clock that is ahead does not make a lead of the future. */
function instantOf(value: unknown, now: number): string | null {
  const at = typeof value === 'number' ? value : parsed(value);
  if (at === null || !Number.isFinite(at) || at < 0) return null;
  return Temporal.Instant.fromEpochMilliseconds(Math.round(Math.min(at, now))).toString();
}

function parsed(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  try {
    return Temporal.Instant.from(value).epochMilliseconds;
  } catch {
    return null;
  }
}
