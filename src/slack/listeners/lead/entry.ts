/** `/lead`: a lead that somebody met, written down on the spot. */
import type { ModalView } from '@slack/types';
import { readEntry } from '../../../reading/lead/read-entry.ts';
import { enterNextLead } from '../../../usecases/lead/enter-lead.ts';
import { prepareEntry } from '../../../usecases/lead/prepare-entry.ts';
import { type EntryKey, entryKey, inEntry, LEAD_MODAL } from '../../action-ids.ts';
import { entryModal } from '../../views/lead/entry-modal.ts';
import type { Command } from '../edge/command.ts';
import type { FilledForm } from '../edge/form.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import { fieldsOf, readEntryForm } from './read-entry-form.ts';

export async function onLeadCommand({ ctx, slack }: ListenerDeps, command: Command): Promise<void> {
  const { person, channel, text, triggerId } = command;
  const draft = await prepareEntry(ctx, { person, channel });
  const prefill = readEntry(text, { now: ctx.clock.now(), timezone: draft.timezone });
  await slack.openView(triggerId, entryModal({ ...draft, channel, prefill }));
}

export const entryForm = onForm({
  callbackId: LEAD_MODAL.entry,
  key: entryKey,
  submit,
  scene: ({ ctx }, { person, key }) => prepareEntry(ctx, { person, channel: key.channel }),
  draw: ({ source, claims }, { key, values, notice }) =>
    entryModal({ ...key, source, claims, shown: fieldsOf(values), notice }),
  blockOf: (field, { key }) => inEntry.encode(field, key.entryId),
});

/** Saved, and the window is the next visitor's. */
async function submit(
  { ctx }: ListenerDeps,
  { person, key, values }: FilledForm<EntryKey>,
): Promise<ModalView> {
  const { channel, entryId } = key;
  const entered = readEntryForm(values);
  const { last, next } = await enterNextLead(ctx, { person, channel, entryId, entered });
  return entryModal({ ...next, channel, last });
}
