/** An entry in the ⋯ menu of every message. */

import type { App, MessageShortcut } from '@slack/bolt';
import type { MessagePlace } from '../../../domain/lead/message-place.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { noticeModal } from '../../views/kit/notice-modal.ts';
import { MRKDWN } from '../../views/kit/voice.ts';
import { acknowledgeAfter } from './acknowledge.ts';
import { type Edge, handle, type ListenerDeps, sentenceFor } from './listen.ts';
import { tellPrivately } from './private-answer.ts';

export interface MessageUse {
  person: PersonId;
  place: MessagePlace;
  /** As Slack stores it: people's text, apps' blocks and attachments. */
  message: unknown;
  triggerId: string;
}

export type ShortcutHandler = (deps: ListenerDeps, use: MessageUse) => Promise<void>;

export function listenToShortcut(app: App, outer: Edge, id: string, handler: ShortcutHandler): void {
  const constraints = { callback_id: id, type: 'message_action' } as const;
  app.shortcut<MessageShortcut>(constraints, async ({ ack, shortcut }) => {
    const use = toUse(shortcut);
    const work = (edge: Edge) =>
      handle(edge, {
        person: use.person,
        request: { kind: 'shortcut', id, body: shortcut },
        work: () => handler(edge, use),
        failed: (thrown) => say(outer, use, sentenceFor(edge, thrown, { where: id, voice: MRKDWN })),
      });
    await acknowledgeAfter(outer, ack, work);
  });
}

function toUse({ user, team, channel, message, message_ts, trigger_id }: MessageShortcut): MessageUse {
  const thread = typeof message.thread_ts === 'string' ? message.thread_ts : message_ts;
  const domain = team?.domain ?? null;
  return {
    person: user.id as PersonId,
    place: { channel: channel.id, ts: message_ts, threadTs: thread, domain },
    message,
    triggerId: trigger_id,
  };
}

function say(edge: Edge, { person, triggerId }: MessageUse, text: string): Promise<void> {
  return tellPrivately(edge, { person, text }, () => edge.slack.openView(triggerId, noticeModal(text)));
}
