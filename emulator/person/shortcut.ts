import type { Slack } from '../slack.ts';
import { messageJson } from '../wire/message-json.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { basePayload, channelPayload } from './payload.ts';
import { Refusal } from './refusal.ts';
import { visibleConversation } from './visible-conversation.ts';
import { visibleMessage } from './visible-message.ts';

export async function useMessageShortcut(
  slack: Slack,
  user: string,
  use: { callbackId: string; channel: string; ts: string },
): Promise<Outcome> {
  refuseUnknown(slack, use.callbackId, 'message');
  const message = visibleMessage(slack, user, use);
  const conversation = visibleConversation(slack, user, use.channel);
  const threadTs = message.threadTs === undefined ? {} : { threadTs: message.threadTs };
  const payload = {
    type: 'message_action',
    ...basePayload(slack, user),
    callback_id: use.callbackId,
    trigger_id: slack.triggers.issue(user),
    response_url: slack.responseUrls.issue({
      channel: conversation.id,
      user,
      messageTs: message.ts,
      ...threadTs,
    }),
    action_ts: slack.workspace.newTs(),
    channel: channelPayload(conversation),
    message_ts: message.ts,
    message: messageJson(slack.workspace, message, { withMetadata: true, baseUrl: slack.baseUrl() }),
  };
  return outcomeOf(await slack.bot.deliver({ kind: 'interactive', payload }));
}

export async function useGlobalShortcut(slack: Slack, user: string, callbackId: string): Promise<Outcome> {
  refuseUnknown(slack, callbackId, 'global');
  const payload = {
    type: 'shortcut',
    ...basePayload(slack, user),
    callback_id: callbackId,
    trigger_id: slack.triggers.issue(user),
    action_ts: slack.workspace.newTs(),
  };
  return outcomeOf(await slack.bot.deliver({ kind: 'interactive', payload }));
}

function refuseUnknown({ workspace }: Slack, callbackId: string, kind: 'message' | 'global'): void {
  const isKnown = workspace.app.shortcuts.some((one) => one.callbackId === callbackId && one.kind === kind);
  if (!isKnown) throw new Refusal('unknown_shortcut', `The app has no ${kind} shortcut ${callbackId}.`);
}
