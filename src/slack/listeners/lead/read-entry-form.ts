/** What was written into the forms for a lead, validated: it comes from outside. */
import { z } from 'zod';
import { assertReach } from '../../../domain/lead/ways-to-reach.ts';
import { readThen } from '../../../domain/refusals.ts';
import { cleanLine } from '../../../reading/text.ts';
import type { EnteredLead } from '../../../usecases/lead/enter-lead.ts';
import type { MessageLeadFacts } from '../../../usecases/lead/make-lead-from-message.ts';
import { ENTRY_FIELD, ENTRY_TICK, inEntry } from '../../action-ids.ts';
import { checked } from '../edge/checked.ts';
import { chosen, type FormValues, ticked, typed } from '../edge/form-values.ts';

const Line = z.string('Please fill this in.').max(300).transform(oneLine);
/** As it was offered, to the letter: another blank would make another source of it. */
const Source = z
  .string('Please choose one.')
  .max(300)
  .refine((text) => text.trim() !== '', 'Please choose one.');
const Words = z.string().max(3000).nullable();
const Optional = z.string().max(300).transform(oneLine).nullable();

const EntryForm = z.object({
  source: Source,
  name: Line,
  company: Line,
  reach: Line,
  message: Words,
  segment: Optional,
});

export function readEntryForm(values: FormValues): EnteredLead {
  const said = written(values);
  const form = readThen(
    () => assertReach(said.reach ?? ''),
    () => checked(EntryForm, said),
  );
  const ticks = ticked(withoutEntryId(values), ENTRY_FIELD.ticks);
  return { ...form, isHot: ticks.includes(ENTRY_TICK.hot), claims: ticks.includes(ENTRY_TICK.claim) };
}

const MessageForm = z.object({
  source: Source,
  name: Optional,
  company: Optional,
  reach: Optional,
  message: Words,
});

export function readMessageLead(values: FormValues): MessageLeadFacts {
  const ticks = ticked(withoutEntryId(values), ENTRY_FIELD.ticks);
  const form = checked(MessageForm, written(values));
  return { ...form, isHot: ticks.includes(ENTRY_TICK.hot), claims: ticks.includes(ENTRY_TICK.claim) };
}

function written(values: FormValues): Record<string, string | null> {
  const named = withoutEntryId(values);
  const texts = Object.values(ENTRY_FIELD).map((name) => [name, typed(named, name)] as const);
  // A form that was open when Tango was updated has a line to type into.
  const line = typed(named, ENTRY_FIELD.source);
  const source = chosen(named, ENTRY_FIELD.source) ?? (line && oneLine(line));
  return { ...Object.fromEntries(texts), source };
}

function withoutEntryId(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).map(([id, state]) => [inEntry.decode(id), state]));
}

function oneLine(text: string): string {
  return cleanLine(text).replaceAll(/ +/g, ' ');
}
