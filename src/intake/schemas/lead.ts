/** A lead as the API and the files write it, read into what the use case takes. */
import { z } from 'zod';
import type { Reader } from '../../reading/lead/arrival.ts';
import { bendLead, withKnownKeys } from '../../reading/lead/bend-lead.ts';
import type { LeadInput } from '../../usecases/lead/receive-leads.ts';
import { collectExtras, extraValue } from './extra.ts';
import { instant } from './instant.ts';
import { isObject } from './is-object.ts';
import { leadHistory, type ToldLife } from './lead-history.ts';
import { openRecord } from './open-record.ts';
import { ORIGIN_WORDS } from './origin-words.ts';
import type { ReadingContext } from './reading.ts';
import { choice, externalId, line, lineOrNumber, prose, requiredLine } from './text.ts';

const IDENTIFYING = ['name', 'email', 'phone', 'company', 'externalId'] as const;

/** A file's rows may tell of the lead's life until today. */
export type WrittenLead = Omit<LeadInput, 'history'> & { history?: ToldLife };

export function leadSchema(reading: ReadingContext) {
  return leadFields(reading)
    .refine(isIdentified, {
      ...(reading.file
        ? { message: 'nobody is named: there is no name, e-mail address, phone number, company or id' }
        : { path: ['name'], message: 'is required unless email, phone, company or externalId is given' }),
      // Otherwise a lead without a source would be told so first and of this only at the second try.
      when: ({ value }) => isObject(value),
    })
    .transform((lead, context) => {
      const input = toLeadInput(lead, reading.file !== undefined);
      if (typeof input !== 'string') return input;
      context.issues.push({ code: 'custom', message: input, path: ['fields'], input: lead });
      return z.NEVER;
    });
}

/** A key `__proto__` beside the known ones moves in with `fields`: zod would leave it out, as something that was set by mistake. */
export function keepingProto(body: unknown): unknown {
  return Array.isArray(body) ? body.map(protoInFields) : protoInFields(body);
}

/** What a program wrote otherwise than the contract has it is read all the same; what says nothing is kept under its own name. */
export function bentBody(
  body: unknown,
  { now, timezone }: Pick<ReadingContext, 'now' | 'timezone'>,
): unknown {
  const reader = { now: now(), ...(timezone && { timezone }) };
  return Array.isArray(body) ? body.map((each) => bent(each, reader)) : bent(body, reader);
}

function bent(body: unknown, reader: Reader): unknown {
  if (!isObject(body)) return body;
  const { lead, kept } = bendLead(withKnownKeys(body, reader), Object.keys(body));
  if (kept.length === 0) return lead;
  const own = lead.fields ?? {};
  if (!isObject(own)) return lead;
  const unread = kept.map(({ field, text }) => [field in own ? `${field} (2)` : field, text]);
  return { ...lead, fields: { ...own, ...Object.fromEntries(unread) } };
}

function protoInFields(body: unknown): unknown {
  if (!isObject(body) || !Object.hasOwn(body, '__proto__')) return body;
  const { ['__proto__']: value, fields = {}, ...known } = body;
  return { ...known, fields: isObject(fields) ? { ['__proto__']: value, ...fields } : fields };
}

function leadFields(reading: ReadingContext) {
  const source = reading.file ? line(200) : requiredLine(200);
  return z
    .object({
      source: (source as z.ZodType<string | null, string>).describe(ORIGIN_WORDS.source),
      externalId: externalId(),
      campaign: line(200).describe(ORIGIN_WORDS.campaign),
      name: line(200),
      email: email(),
      phone: line(50),
      company: line(200),
      title: line(200),
      segment: line(200),
      region: line(200),
      companySize: lineOrNumber(50),
      message: prose(10_000),
      reason: prose(2_000),
      priority: choice(['hot', 'standard']),
      receivedAt: instant(reading),
      fields: openRecord(extraValue()).nullish(),
      ...(reading.file && { campaignId: line(200) }),
      ...(reading.file && { history: leadHistory({ ...reading, file: reading.file }).optional() }),
    })
    .catchall(extraValue());
}

/** Lenient: what people type is kept if an answer could reach it. */
function email() {
  return line(320).refine(
    (text) => text === null || /^[^\s@]+@[^\s@]+$/.test(text),
    'must be an e-mail address',
  );
}

function isIdentified(lead: Record<string, unknown>): boolean {
  return IDENTIFYING.some((field) => lead[field] !== null && lead[field] !== undefined);
}

interface OfFiles {
  history?: ToldLife | undefined;
  campaignId?: string | null | undefined;
}

/** Or a sentence about what is wrong with its fields. */
function toLeadInput(lead: z.output<ReturnType<typeof leadFields>>, isFile: boolean): WrittenLead | string {
  const { source, externalId, campaign, name, email, phone, company, title, segment, region, ...rest } = lead;
  const { companySize, message, reason, priority, receivedAt, fields: named, ...others } = rest;
  // From any other sender it is an answer like the rest.
  const { history, campaignId = null }: OfFiles = isFile ? (others as OfFiles) : {};
  const unknown = Object.entries(others as Record<string, string | null>).filter(
    ([key]) => !isFile || (key !== 'history' && key !== 'campaignId'),
  );
  // A sender's own `fields` win over a key of the same name beside them.
  const fields = collectExtras([...unknown, ...Object.entries(named ?? {})]);
  if (typeof fields === 'string') return fields;
  return {
    ...{ source, externalId, campaign, name, email, phone, company, title, segment, region },
    ...{ companySize, message, reason, fields },
    priority: priority ?? 'standard',
    ...(receivedAt === null ? {} : { receivedAt }),
    ...(campaignId !== null && { campaignId }),
    ...(history && { history }),
  };
}
