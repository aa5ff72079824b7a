/** "Make this a lead", in the menu of any message. */
import type { ModalView } from '@slack/types';
import { type MessagePlace, mayAnswerIn } from '../../../domain/lead/message-place.ts';
import { readEntry } from '../../../reading/lead/read-entry.ts';
import { readMessage } from '../../../reading/lead/read-message.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { makeLeadFromMessage } from '../../../usecases/lead/make-lead-from-message.ts';
import { prepareMessageLead } from '../../../usecases/lead/prepare-message-lead.ts';
import { inEntry, LEAD_MODAL, messageKey } from '../../action-ids.ts';
import { noticeModal } from '../../views/kit/notice-modal.ts';
import { escapeText } from '../../views/kit/text.ts';
import { fromMessageModal, MESSAGE_ENTRY } from '../../views/lead/from-message-modal.ts';
import type { FilledForm } from '../edge/form.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { MessageUse } from '../edge/shortcut.ts';
import { messageParts } from './message-parts.ts';
import { fieldsOf, readMessageLead } from './read-entry-form.ts';

export async function onMakeLead({ ctx, slack }: ListenerDeps, use: MessageUse): Promise<void> {
  const { person, place, message, triggerId } = use;
  const { known, source, timezone } = await prepareMessageLead(ctx, { person, place });
  const { words, answers } = messageParts(message);
  const prefill = readMessage(words, answers, { now: ctx.clock.now(), timezone });
  const view = known
    ? noticeModal(`This is a lead already: *${escapeText(leadTitle(known))}*.`)
    : fromMessageModal({ place, source, prefill });
  await slack.openView(triggerId, view);
}

export const messageForm = onForm({
  callbackId: LEAD_MODAL.message,
  key: messageKey,
  submit,
  scene: ({ ctx }, { person, key: place }) => prepareMessageLead(ctx, { person, place }),
  draw: ({ source }, { key: place, values, notice }) =>
    fromMessageModal({ place, source, prefill: readEntry(''), shown: fieldsOf(values), notice }),
  blockOf: (field) => inEntry.encode(field, MESSAGE_ENTRY),
});

/** The thread hears of it; where there is none to tell, the window says so. */
async function submit(
  { ctx }: ListenerDeps,
  { person, key: place, values }: FilledForm<MessagePlace>,
): Promise<ModalView | undefined> {
  await makeLeadFromMessage(ctx, { person, place, facts: readMessageLead(values) });
  if (mayAnswerIn(place.channel)) return undefined;
  return noticeModal('Saved: it is a lead now, with a card of its own.');
}
