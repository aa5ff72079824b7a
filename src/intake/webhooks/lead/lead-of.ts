/** A form's submission → a lead: whatever can be kept is kept, because the person will not fill the form in twice. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../../reading/dates/instant.ts';
import { type LiveInstant, liveInstantOf } from '../../../reading/dates/live-instant.ts';
import { clipped, sortAnswers } from '../../../reading/lead/sort-answers.ts';
import { isTestLead } from '../../../reading/lead/test-lead.ts';
import { textOf } from '../../../reading/lead/value-text.ts';
import { cleanLine } from '../../../reading/text.ts';
import type { LeadInput } from '../../../usecases/lead/receive-leads.ts';
import { leadSchema } from '../../schemas/lead.ts';
import { readBody } from '../read-body.ts';
import type { Reading } from '../vendor.ts';
import { fieldsOf } from './fields.ts';
import type { FormSubmission } from './form-submission.ts';

export function leadOf(submission: FormSubmission, { wish, now, timezone }: Reading): LeadInput {
  const { facts, rest } = sortAnswers(submission.answers);
  const { campaign, ...own } = facts;
  const { receivedAt, isSure } = submittedAt(submission.submittedAt, { now, timezone });
  const lead = readBody(leadSchema({ now: () => now }), {
    ...own,
    source: wish.source ?? submission.source,
    externalId: idOf(submission.externalId),
    campaign: wish.campaign ?? campaign ?? lineOf(submission.campaign),
    receivedAt,
    fields: fieldsOf([...rest, ...(isSure ? [] : unsureTime(submission)), ...detailsOf(submission)]),
  });
  // Whoever says in the address or in the form which campaign it is means another one than the platform's.
  const isNamedElsewhere = wish.campaign != null || campaign != null;
  const campaignId = isNamedElsewhere ? null : lineOf(submission.campaignId);
  return {
    ...lead,
    ...(campaignId === null ? {} : { campaignId }),
    isTest: submission.isTest === true || isTestLead(lead),
  };
}

/** Some vendors' ids are addresses of any length. */
function idOf(externalId: string): string {
  const line = cleanLine(externalId.replaceAll('\0', ''));
  if (line !== '' && line.length <= 200) return line;
  return createHash('sha256').update(externalId).digest('hex');
}

function lineOf(value: unknown): string | null {
  const text = textOf(value);
  return text && clipped(cleanLine(text), 200);
}

function detailsOf({ details = {}, others = [] }: FormSubmission): [string, string][] {
  return [...Object.entries(details), ...others].flatMap(([label, value]) => {
    const text = textOf(value);
    return text === null ? [] : [[label, text]];
  });
}

/** What the vendor says of the time and nobody can read, or names no zone, is kept as it is. */
function unsureTime({ submittedAt }: FormSubmission): [string, string][] {
  const text = textOf(submittedAt);
  return text === null ? [] : [['Submitted at', text]];
}

/** Null, and so the present, for what is no instant; a sender's clock that is ahead does not make a lead of the future. */
function submittedAt(
  value: unknown,
  { now, timezone }: { now: number; timezone: string | undefined },
): { receivedAt: string | null; isSure: boolean } {
  const text = typeof value === 'number' || typeof value === 'string' ? cleanLine(String(value)) : '';
  const read = timezone === undefined ? zonedOf(text) : liveInstantOf(text, { now, timezone });
  if (read === null || !Number.isFinite(read.at) || read.at < 0) return { receivedAt: null, isSure: false };
  const at = Math.round(Math.min(read.at, now));
  return {
    receivedAt: Temporal.Instant.fromEpochMilliseconds(at).toString(),
    isSure: !read.isAssumed,
  };
}

function zonedOf(text: string): LiveInstant | null {
  const at = instantOf(text, undefined);
  return at === null ? null : { at, isAssumed: false };
}
