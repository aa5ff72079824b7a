/** `/lead`: a lead that somebody met, written down on the spot. */
import type { App, ViewResponseAction } from '@slack/bolt';
import { readJotting } from '../../../domain/lead/jotting.ts';
import { jotLead } from '../../../usecases/lead/jot-lead.ts';
import { prepareJotting } from '../../../usecases/lead/prepare-jotting.ts';
import { COMMAND, jotModalData, LEAD_MODAL } from '../../action-ids.ts';
import { jotModal } from '../../views/lead/jot-modal.ts';
import { refusalResponse } from '../hear/form.ts';
import { type Command, type ListenerDeps, onCommand, onSubmit, type Submission } from '../hear/listen.ts';
import { blocksOfRound, readJot } from './jot-form.ts';

export function registerJot(app: App, deps: ListenerDeps): void {
  onCommand(app, deps, COMMAND.lead, onLead);
  onSubmit(app, deps, LEAD_MODAL.jot, onJotted);
}

async function onLead({ ctx, slack }: ListenerDeps, command: Command): Promise<void> {
  const { person, channel, text, triggerId } = command;
  const draft = await prepareJotting(ctx, { person, channel });
  await slack.openView(triggerId, jotModal({ ...draft, channel, jotting: readJotting(text) }));
}

/** Saved, and the window is the next visitor's. */
async function onJotted(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const { round, channel } = jotModalData.decode(privateMetadata);
  try {
    const last = await jotLead(ctx, { person, channel, round, jotted: readJot(values) });
    const next = await prepareJotting(ctx, { person, channel });
    return { response_action: 'update', view: jotModal({ ...next, channel, last }) };
  } catch (refusal) {
    const { source, claims } = await prepareJotting(ctx, { person, channel });
    const again = (notice: string) => jotModal({ round, source, claims, channel, notice });
    return refusalResponse(refusal, { values, blockOf: blocksOfRound(values), again });
  }
}
