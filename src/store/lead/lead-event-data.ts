/**
 * What the history holds of each kind of event, as JSON. Old rows are read for ever: where an earlier version wrote it in another form,
 * that form is turned into today's before it is checked.
 */
import { z } from 'zod';
import type { LeadId } from '../../domain/lead/lead.ts';
import {
  CHANGES_THERE,
  type ChangedFact,
  FILLABLE,
  type LeadEventData,
  type LeadEventKind,
  MENDABLE,
  PASSED_WHY,
  type TurnReason,
} from '../../domain/lead/lead-event.ts';
import { MATCHED_BY } from '../../domain/lead/match.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { InWordsJson, inWords, MoneyJson, textJson, WorkingTimeJson } from '../columns.ts';

type Told<Kind extends LeadEventKind> = {
  [Each in Kind]: { kind: Each; data: LeadEventData[Each] };
}[Kind];

export function readEventData<Kind extends LeadEventKind>(kind: Kind, json: string): Told<Kind> {
  return { kind, data: DATA[kind].parse(JSON.parse(json)) };
}

/** Not every version has written it. */
const text = z.string().nullable().default(null);
const person = textJson<PersonId>();
const leadId = textJson<LeadId>();
const nothing = z.object({});

const ChangedFactJson: z.ZodType<ChangedFact> = z.object({
  fact: z.enum(FILLABLE),
  was: z.string().nullable(),
  is: z.string(),
});

const Turn: z.ZodType<TurnReason> = z.object({
  what: z.string().nullable(),
  open: z.number(),
  cap: z.number().nullable(),
  passed: z.array(z.object({ person, why: z.enum(PASSED_WHY) })),
});

const Right = z.object({ name: text, email: text, phone: text });

const OutcomeData = z.preprocess(
  joinAmount,
  z.object({ value: MoneyJson.nullable(), reason: text, on: text }),
);

const DATA: { [Kind in LeadEventKind]: z.ZodType<LeadEventData[Kind], unknown> } = {
  received: nothing,
  claimed: nothing,
  contacted: nothing,
  qualified: z.preprocess(joinAmount, z.object({ note: text, exception: text, value: MoneyJson.nullable() })),
  rejected: z.object({ reason: z.string(), detail: text, note: text, right: Right.nullable().default(null) }),
  won: OutcomeData,
  lost: OutcomeData,
  released: z.object({
    from: person.nullable(),
    why: z.enum(['silent', 'gone']).nullable().default(null),
    waited: z.preprocess(inWords, z.union([WorkingTimeJson, InWordsJson]).nullable().default(null)),
  }),
  handed_over: z.object({ from: person.nullable(), to: person, note: text }),
  assigned: z.preprocess(joinTurn, z.object({ to: person, note: text, turn: Turn.nullable().default(null) })),
  proposed: z.preprocess(joinTurn, z.object({ to: person, turn: Turn })),
  left_open: z.preprocess(joinTurn, z.object({ turn: Turn })),
  snoozed: z.object({ until: z.number() }),
  woken: nothing,
  reopened: nothing,
  came_off_rest: z.object({ to: person.nullable().default(null), reason: text }),
  mended: z.object({
    fields: z.preprocess(splitFields, z.array(z.enum(MENDABLE))),
    reason: text,
    was: z.partialRecord(z.enum(MENDABLE), text).default({}),
  }),
  changed_there: z.object({
    what: z.enum(CHANGES_THERE),
    ...{ meetingAt: z.number().nullable(), note: text },
    facts: z.array(ChangedFactJson).optional(),
    fields: z.array(z.string()).optional(),
  }),
  came_back: z.object({ other: leadId, by: z.enum(MATCHED_BY) }),
  merged: z.union([
    z.object({ into: leadId, note: text }),
    z.object({ from: leadId, had: person.nullable().optional() }),
  ]),
  split: z.union([z.object({ from: leadId }), z.object({ other: leadId })]),
  kept_apart: z.object({ other: leadId }),
  undone: z.object({ move: textJson<LeadEventKind>() }),
};

const AmountInTwo = z.looseObject({ value: z.number(), currency: z.string() });

/** Once an amount was two fields: `{"value":1800000,"currency":"EUR"}`. */
function joinAmount(data: unknown): unknown {
  const old = AmountInTwo.safeParse(data).data;
  return old ? { ...old, value: { minor: old.value, currency: old.currency } } : data;
}

const TurnAmongOthers = z.looseObject({ open: z.number(), passed: z.string().nullable() });

/** Once a turn stood among the other fields, with those who were passed over in one text: `{"open":3,"passed":"U1:leave,U2:full"}`. */
function joinTurn(data: unknown): unknown {
  const old = TurnAmongOthers.safeParse(data).data;
  return old ? { ...old, turn: { ...old, passed: splitPassed(old.passed) } } : data;
}

function splitPassed(packed: string | null) {
  return (packed?.split(',') ?? []).map((each) => {
    const [person, why] = each.split(':');
    return { person, why };
  });
}

/** Once they were one text: `"name, phone"`, or null for none. */
function splitFields(fields: unknown): unknown {
  return typeof fields === 'string' ? fields.split(', ') : (fields ?? []);
}
