/** A trouble as it is stored: JSON, and in old rows the words in which it was told. */
import { z } from 'zod';
import { DOORS, type Door, MISTAKES } from '../../domain/delivery/door.ts';
import type { TroubleFacts } from '../../domain/delivery/trouble.ts';
import { OFFICES } from '../../domain/team/office.ts';
import { PLACES } from '../../domain/team/place.ts';

const text = z.string();
const vendor = z.enum(['hubspot', 'meta']);

const FactsJson: z.ZodType<TroubleFacts> = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['wrong_address', 'token_refused', 'deaf']), word: text }),
  z.object({ code: z.literal('quota') }),
  z.object({ code: z.enum(['content_refused', 'given_up']), message: text, word: text }),
  z.object({ code: z.enum(['destination_refused', 'look_refused']), target: text, word: text }),
  z.object({ code: z.enum(['channel_shared', 'not_member']), target: text }),
  z.object({ code: z.literal('office_forsaken'), office: z.enum(OFFICES) }),
  z.object({
    code: z.literal('group_empty'),
    ...{ office: z.enum(OFFICES), handle: text, isGone: z.boolean() },
  }),
  z.object({ code: z.literal('scopes_missing'), scopes: z.array(text) }),
  z.object({ code: z.literal('no_channel'), place: z.enum(PLACES), waiting: z.number() }),
  z.object({
    code: z.enum(['fetch_token_refused', 'fetch_unanswered', 'fetch_given_up']),
    ...{ vendor, word: text },
  }),
  z.object({
    code: z.literal('door_closed'),
    door: z.enum(Object.keys(DOORS) as Door[]),
    since: text,
    refused: z.partialRecord(z.enum(MISTAKES), z.number()),
  }),
  z.object({ code: z.literal('deals_unread'), vendor }),
  z.object({ code: z.literal('forms_unread'), vendor, account: text.nullable() }),
  z.object({ code: z.literal('deal_stage_unclear'), vendor, stage: text }),
  z.object({ code: z.literal('fetch_token_missing'), vendor, variable: text }),
  z.object({
    ...{ code: z.literal('web_form_unclear'), form: text, questions: z.number() },
    ...{ labels: z.array(text).optional(), lacksWho: z.boolean().optional() },
  }),
]);

export function readFacts(stored: string): TroubleFacts {
  return stored.startsWith('{') ? FactsJson.parse(JSON.parse(stored)) : { code: 'in_words', text: stored };
}
