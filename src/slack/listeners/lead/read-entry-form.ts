/** What was written into the forms for a lead, validated: it comes from outside. */
import { z } from 'zod';
import { assertReach } from '../../../domain/lead/ways-to-reach.ts';
import { readThen } from '../../../domain/refusals.ts';
import type { EnteredLead } from '../../../usecases/lead/enter-lead.ts';
import type { MessageLeadFacts } from '../../../usecases/lead/make-lead-from-message.ts';
import { ENTRY_FIELD, ENTRY_TICK, inEntry } from '../../action-ids.ts';
import { checked } from '../edge/checked.ts';
import { type FormValues, ticked, typed } from '../edge/form-values.ts';

const Line = z.string('Please fill this in.').max(300).transform(oneLine);
const Words = z.string().max(3000).nullable();
const Optional = z.string().max(300).transform(oneLine).nullable();

const EntryForm = z.object({
  source: Line,
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
  source: Line,
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
  return Object.fromEntries(Object.values(ENTRY_FIELD).map((name) => [name, typed(named, name)]));
}

function withoutEntryId(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).map(([id, state]) => [inEntry.decode(id), state]));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
