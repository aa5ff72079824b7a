/** "Make this a lead", in the menu of any message. */
import type { App, ViewResponseAction } from '@slack/bolt';
import { leadTitle } from '../../../domain/lead/lead.ts';
import { mayAnswerIn } from '../../../domain/lead/message-place.ts';
import { readEntry } from '../../../domain/lead/read-entry.ts';
import { makeLeadFromMessage } from '../../../usecases/lead/make-lead-from-message.ts';
import { prepareMessageLead } from '../../../usecases/lead/prepare-message-lead.ts';
import { LEAD_MODAL, messageModalData, SHORTCUT } from '../../action-ids.ts';
import { noticeModal } from '../../views/kit/notice-modal.ts';
import { escapeText } from '../../views/kit/text.ts';
import { fromMessageModal } from '../../views/lead/from-message-modal.ts';
import { refusalResponse } from '../edge/form.ts';
import { type ListenerDeps, onSubmit, type Submission } from '../edge/listen.ts';
import { type MessageUse, onMessageShortcut } from '../edge/on-message-shortcut.ts';
import { blocksOfEntry, readMessageLead } from './entry-form.ts';

export function registerFromMessage(app: App, deps: ListenerDeps): void {
  onMessageShortcut(app, deps, SHORTCUT.makeLead, onMakeLead);
  onSubmit(app, deps, LEAD_MODAL.message, onFilledIn);
}

async function onMakeLead({ ctx, slack }: ListenerDeps, use: MessageUse): Promise<void> {
  const { person, place, text, triggerId } = use;
  const { known, source, prefill } = await prepareMessageLead(ctx, { person, place, text });
  const view = known
    ? noticeModal(`This is a lead already: *${escapeText(leadTitle(known))}*.`)
    : fromMessageModal({ place, source, prefill });
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
    await makeLeadFromMessage(ctx, { person, place, facts });
    if (mayAnswerIn(place.channel)) return null;
    return {
      response_action: 'update',
      view: noticeModal('Saved: it is a lead now, with a card of its own.'),
    };
  } catch (refusal) {
    const { source } = await prepareMessageLead(ctx, { person, place, text: '' });
    const again = (notice: string) => fromMessageModal({ place, source, prefill: readEntry(''), notice });
    return refusalResponse(refusal, { values, blockOf: blocksOfEntry(values), again });
  }
}
