import type { Context } from '../context.ts';
import { type EnterLeadInput, type EntryResult, enterLead } from './enter-lead.ts';
import { type EntryForm, prepareEntry } from './prepare-entry.ts';

export interface EnteredAndNext {
  last: EntryResult;
  next: EntryForm;
}

/** At a trade fair the form stays open: what is saved, and what the form for the next visitor begins with. */
export async function enterNextLead(ctx: Context, input: EnterLeadInput): Promise<EnteredAndNext> {
  const last = await enterLead(ctx, input);
  return { last, next: await prepareEntry(ctx, input) };
}
