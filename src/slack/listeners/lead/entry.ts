/** `/lead`: a lead that somebody met, written down on the spot. */
import type { App, ViewResponseAction } from '@slack/bolt';
import { readEntry } from '../../../domain/lead/read-entry.ts';
import { enterLead } from '../../../usecases/lead/enter-lead.ts';
import { prepareEntry } from '../../../usecases/lead/prepare-entry.ts';
import { COMMAND, entryModalData, LEAD_MODAL } from '../../action-ids.ts';
import { entryModal } from '../../views/lead/entry-modal.ts';
import { refusalResponse } from '../edge/form.ts';
import { type Command, type ListenerDeps, onCommand, onSubmit, type Submission } from '../edge/listen.ts';
import { blocksOfEntry, readEntryForm } from './entry-form.ts';

export function registerEntry(app: App, deps: ListenerDeps): void {
  onCommand(app, deps, COMMAND.lead, onLead);
  onSubmit(app, deps, LEAD_MODAL.entry, onJotted);
}

async function onLead({ ctx, slack }: ListenerDeps, command: Command): Promise<void> {
  const { person, channel, text, triggerId } = command;
  const draft = await prepareEntry(ctx, { person, channel });
  await slack.openView(triggerId, entryModal({ ...draft, channel, prefill: readEntry(text) }));
}

/** Saved, and the window is the next visitor's. */
async function onJotted(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const { entryId, channel } = entryModalData.decode(privateMetadata);
  try {
    const last = await enterLead(ctx, { person, channel, entryId, entered: readEntryForm(values) });
    const next = await prepareEntry(ctx, { person, channel });
    return { response_action: 'update', view: entryModal({ ...next, channel, last }) };
  } catch (refusal) {
    const { source, claims } = await prepareEntry(ctx, { person, channel });
    const again = (notice: string) => entryModal({ entryId, source, claims, channel, notice });
    return refusalResponse(refusal, { values, blockOf: blocksOfEntry(values), again });
  }
}
