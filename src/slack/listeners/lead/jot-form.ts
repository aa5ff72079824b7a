/** What was written into the forms for a lead, validated: it comes from outside. */
import { z } from 'zod';
import type { Jotted } from '../../../usecases/lead/jot-lead.ts';
import type { MessageLeadFacts } from '../../../usecases/lead/lead-from-message.ts';
import { inRound, JOT_FIELD, JOT_TICK } from '../../action-ids.ts';
import { checked } from '../hear/checked.ts';
import { type FormValues, ticked, typed } from '../hear/form.ts';

const Line = z.string('Please fill this in.').max(300).transform(oneLine);
const Words = z.string().max(3000).nullable();
const Optional = z.string().max(300).transform(oneLine).nullable();

const JotForm = z.object({
  source: Line,
  name: Line,
  company: Line,
  reach: Line,
  message: Words,
  segment: Optional,
});

export function readJot(values: FormValues): Jotted {
  const form = checked(JotForm, written(values));
  const ticks = ticked(withoutRound(values), JOT_FIELD.ticks);
  return { ...form, isHot: ticks.includes(JOT_TICK.hot), claims: ticks.includes(JOT_TICK.claim) };
}

const MessageForm = z.object({
  source: Line,
  name: Optional,
  company: Optional,
  reach: Optional,
  message: Words,
});

export function readMessageLead(values: FormValues): MessageLeadFacts {
  const ticks = ticked(withoutRound(values), JOT_FIELD.ticks);
  const form = checked(MessageForm, written(values));
  return { ...form, isHot: ticks.includes(JOT_TICK.hot), claims: ticks.includes(JOT_TICK.claim) };
}

/** Where the error beside a field goes: the block of this round. */
export function blocksOfRound(values: FormValues): Record<string, string> {
  return Object.fromEntries(Object.keys(values).map((blockId) => [inRound.decode(blockId), blockId]));
}

function written(values: FormValues): Record<string, string | null> {
  const named = withoutRound(values);
  return Object.fromEntries(Object.values(JOT_FIELD).map((name) => [name, typed(named, name)]));
}

function withoutRound(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).map(([id, state]) => [inRound.decode(id), state]));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
