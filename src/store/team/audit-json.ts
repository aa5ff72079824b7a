/** What an audit entry is about, and its values, as they are stored: JSON, and in old entries plain words. */
import { z } from 'zod';
import { GOAL_KINDS } from '../../domain/goal/kinds.ts';
import type { Period } from '../../domain/goal/period.ts';
import { USES } from '../../domain/story/permission.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import {
  type AuditSubject,
  type AuditValue,
  FORM_DEEDS,
  GOAL_DEEDS,
  SOURCE_DEEDS,
} from '../../domain/team/audit.ts';
import type { GroupId } from '../../domain/team/office.ts';
import { SETTING_NAMES } from '../../domain/team/setting-name.ts';
import { SIGNED_ENDS } from '../../domain/team/signing.ts';
import { MEANINGS } from '../../domain/web-form/web-form.ts';
import { HoursJson, textJson, WorkingTimeJson } from '../columns.ts';

const names = z.array(z.string());
const rule = { sources: names, regions: names };
const version = z.number();

const ResultJson = z.object({
  number: z.string(),
  unit: z.string(),
  baseline: z.string().nullable(),
  period: z.string().nullable(),
});

const customer = z.string();

const TitleJson = z.union([
  z.object({ customer, by: z.literal('result'), result: ResultJson }),
  z.object({ customer, by: z.enum(['quote', 'words']), words: z.string() }),
  z.object({ customer, by: z.literal('customer') }),
]);

const SubjectJson: z.ZodType<AuditSubject> = z.union([
  z.object({ code: z.enum(SETTING_NAMES) }),
  z.object({ code: z.enum(['own_hours', 'own_region', 'leave', 'reject_reason', 'reject_reason_order']) }),
  z.object({ code: z.enum(['rule', 'rule_people', 'rule_twice']), ...rule }),
  z.object({ code: z.enum(['proposal', 'signature']), version }),
  z.object({ code: z.literal('definition'), version, replaced: version }),
  z.object({ code: z.literal('proposal_ended'), how: z.enum(SIGNED_ENDS), version }),
  z.object({
    code: z.literal('goal'),
    ...{ did: z.enum(GOAL_DEEDS), kind: z.enum(GOAL_KINDS), period: textJson<Period>(), version },
  }),
  z.object({ code: z.literal('exception'), title: TitleJson }),
  z.object({
    code: z.enum(['source', 'campaign']),
    ...{ did: z.enum(SOURCE_DEEDS), name: z.string(), isUndone: z.boolean().optional() },
  }),
  z.object({ code: z.literal('web_form'), did: z.enum(FORM_DEEDS), name: z.string() }),
]);

export function readSubject(stored: string): AuditSubject {
  return stored.startsWith('{') ? SubjectJson.parse(JSON.parse(stored)) : { code: 'in_words', text: stored };
}

const span = z.object({ from: z.string(), to: z.string() });

const OutcomeJson = z.union([
  z.object({ kind: z.literal('rests'), days: z.number() }),
  z.object({ kind: z.enum(['closed', 'dropped', 'returned', 'rests_until']) }),
]);

const ReasonJson = z.object({
  label: z.string(),
  outcome: OutcomeJson,
  consequence: z.string().nullable(),
  whoActs: z.string().nullable(),
  isRetired: z.boolean(),
});

export const ValueJson: z.ZodType<AuditValue, unknown> = z.union([
  z.null(),
  z.string(),
  z.object({
    people: z.array(z.string().transform((id) => id as PersonId)),
    groups: z.array(z.string().transform((id) => id as GroupId)).optional(),
  }),
  z.object({ channel: z.string() }),
  z.object({ contactShownTo: z.enum(['channel', 'owner']) }),
  z.object({ isOn: z.boolean() }),
  z.object({ weekdays: z.array(z.number()) }),
  z.object({ hours: HoursJson }),
  z.object({
    ownHours: z.object({ ...HoursJson.shape, days: z.array(z.number()).nullable() }).nullable(),
    since: z.string().nullable(),
  }),
  z.object({ region: z.string().nullable() }),
  z.object({ daysOff: names }),
  z.object({ within: WorkingTimeJson }),
  z.object({ scorecardAt: z.object({ weekday: z.number(), time: z.string() }) }),
  z.object({ leave: z.array(span) }),
  z.object({ rule: z.object({ ...rule, mode: z.enum(['propose', 'assign']), cap: z.number().nullable() }) }),
  z.object({ reason: ReasonJson }),
  z.object({ labels: names }),
  z.object({ criteria: z.array(z.object({ code: z.string(), label: z.string(), required: z.boolean() })) }),
  z.object({ signed: z.literal('by_one_side') }),
  z.object({ goal: z.object({ target: z.number(), currency: z.string().nullable() }) }),
  z.object({ exception: z.object({ uses: z.array(z.enum(USES)), reason: z.string() }) }),
  z.object({ secret: z.enum(['old', 'new']) }),
  z.object({ meanings: z.record(z.string(), z.enum(MEANINGS).nullable()) }),
]);
