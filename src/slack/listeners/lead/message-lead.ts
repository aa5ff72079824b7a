/** "Make this a lead", in the menu of any message. */
import type { App, ViewResponseAction } from '@slack/bolt';
import { readJotting } from '../../../domain/lead/jotting.ts';
import { leadTitle } from '../../../domain/lead/lead.ts';
import { mayAnswerIn } from '../../../domain/lead/message-place.ts';
import { leadFromMessage } from '../../../usecases/lead/lead-from-message.ts';
import { prepareMessageLead } from '../../../usecases/lead/prepare-message-lead.ts';
import { LEAD_MODAL, messageModalData, SHORTCUT } from '../../action-ids.ts';
import { noticeModal } from '../../views/kit/notice-modal.ts';
import { escapeText } from '../../views/kit/text.ts';
import { messageLeadModal } from '../../views/lead/message-lead-modal.ts';
import { refusalResponse } from '../hear/form.ts';
import { type ListenerDeps, onSubmit, type Submission } from '../hear/listen.ts';
import { type MessageUse, onMessageShortcut } from '../hear/on-message-shortcut.ts';
import { blocksOfRound, readMessageLead } from './jot-form.ts';

export function registerMessageLead(app: App, deps: ListenerDeps): void {
  onMessageShortcut(app, deps, SHORTCUT.makeLead, onMakeLead);
  onSubmit(app, deps, LEAD_MODAL.message, onFilledIn);
}

async function onMakeLead({ ctx, slack }: ListenerDeps, use: MessageUse): Promise<void> {
  const { person, place, text, triggerId } = use;
  const { known, source, jotting } = await prepareMessageLead(ctx, { person, place, text });
  const view = known
    ? noticeModal(`This is a lead already: *${escapeText(leadTitle(known))}*.`)
    : messageLeadModal({ place, source, jotting });
  await slack.openView(triggerId, view);
}

/** The thread hears of it; where there is none to tell, the window says so. */
async function onFilledIn(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const place = messageModalData.decode(privateMetadata);
  try {
    const facts = readMessageLead(values);
    await leadFromMessage(ctx, { person, place, facts });
    if (mayAnswerIn(place.channel)) return null;
    return {
      response_action: 'update',
      view: noticeModal('Saved: it is a lead now, with a card of its own.'),
    };
  } catch (refusal) {
    const { source } = await prepareMessageLead(ctx, { person, place, text: '' });
    const again = (notice: string) => messageLeadModal({ place, source, jotting: readJotting(''), notice });
    return refusalResponse(refusal, { values, blockOf: blocksOfRound(values), again });
  }
}
