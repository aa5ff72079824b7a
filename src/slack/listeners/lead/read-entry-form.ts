/** What was written into the forms for a lead, validated: it comes from outside. */
import { z } from 'zod';
import { assertNoToken } from '../../../domain/lead/token.ts';
import { assertReach } from '../../../domain/lead/ways-to-reach.ts';
import { readThen } from '../../../domain/refusals.ts';
import { isTestLead } from '../../../reading/lead/test-lead.ts';
import { cleanLine } from '../../../reading/text.ts';
import type { EnteredLead } from '../../../usecases/lead/enter-lead.ts';
import type { MessageLeadFacts } from '../../../usecases/lead/make-lead-from-message.ts';
import { ENTRY_FIELD, ENTRY_TICK, inEntry } from '../../action-ids.ts';
import { checked } from '../edge/checked.ts';
import { chosen, chosenInstant, type FormValues, ticked, typed } from '../edge/form-values.ts';

const Line = z.string('Please fill this in.').max(300).transform(oneLine);
/** As it was offered, to the letter: another blank would make another source of it. */
const Source = z
  .string('Please choose one.')
  .max(300)
  .refine((text) => text.trim() !== '', 'Please choose one.');
const Words = z.string().max(3000).nullable();
const Optional = z.string().max(300).transform(oneLine).nullable();

const Told = {
  message: Words,
  segment: Optional,
  title: Optional,
  region: Optional,
  companySize: Optional,
  campaign: Optional,
  receivedAt: z.number().nullable(),
};

const EntryForm = z.object({ source: Source, name: Line, company: Line, reach: Line, ...Told });

export function readEntryForm(values: FormValues): EnteredLead {
  const said = written(values);
  const form = readThen(
    () => assertReach(textIn(said.reach) ?? ''),
    () => checked(EntryForm, said),
  );
  return complete(form, values);
}

const MessageForm = z.object({ source: Source, name: Optional, company: Optional, reach: Optional, ...Told });

export function readMessageLead(values: FormValues): MessageLeadFacts {
  return complete(checked(MessageForm, written(values)), values);
}

interface Who {
  name: string | null;
  company: string | null;
  reach: string | null;
}

function complete<Form extends Who>(form: Form, values: FormValues) {
  const { name, company, reach } = form;
  assertNoToken(name);
  const ticks = ticked(withoutEntryId(values), ENTRY_FIELD.ticks);
  const ways = reach ? assertReach(reach) : {};
  return {
    ...form,
    isHot: ticks.includes(ENTRY_TICK.hot),
    claims: ticks.includes(ENTRY_TICK.claim),
    isTest: isTestLead({ name, company, ...ways }),
  };
}

/** The names of the fields that a form asks for. */
export function fieldsOf(values: FormValues): string[] {
  return Object.keys(withoutEntryId(values));
}

function written(values: FormValues): Record<string, string | number | null> {
  const named = withoutEntryId(values);
  const texts = Object.values(ENTRY_FIELD).map((name) => [name, typed(named, name)] as const);
  // A form that was open when Tango was updated has a line to type into.
  const line = typed(named, ENTRY_FIELD.source);
  const source = chosen(named, ENTRY_FIELD.source) ?? (line && oneLine(line));
  const receivedAt = chosenInstant(named, ENTRY_FIELD.receivedAt);
  return { ...Object.fromEntries(texts), source, receivedAt };
}

function textIn(value: string | number | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function withoutEntryId(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).map(([id, state]) => [inEntry.decode(id), state]));
}

function oneLine(text: string): string {
  return cleanLine(text).replaceAll(/ +/g, ' ');
}
