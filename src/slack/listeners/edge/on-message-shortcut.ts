import type { App, MessageShortcut } from '@slack/bolt';
import type { MessagePlace } from '../../../domain/lead/message-place.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { coerceError } from '../../../errors.ts';
import { noticeModal } from '../../views/kit/notice-modal.ts';
import { acknowledgeAfter, type ListenerDeps, sentenceFor } from './listen.ts';

export interface MessageUse {
  person: PersonId;
  place: MessagePlace;
  /** mrkdwn, as Slack stores it. */
  text: string;
  triggerId: string;
}

/** An entry in the ⋯ menu of every message. */
export function onMessageShortcut(
  app: App,
  deps: ListenerDeps,
  callbackId: string,
  handle: (deps: ListenerDeps, use: MessageUse) => Promise<void>,
): void {
  const constraints = { callback_id: callbackId, type: 'message_action' } as const;
  app.shortcut<MessageShortcut>(constraints, async ({ ack, shortcut }) => {
    await acknowledgeAfter(ack, async () => {
      try {
        await handle(deps, toUse(shortcut));
      } catch (thrown) {
        await say(deps, shortcut.trigger_id, sentenceFor(deps, thrown, callbackId));
      }
    });
  });
}

function toUse({ user, team, channel, message, message_ts, trigger_id }: MessageShortcut): MessageUse {
  const thread = typeof message.thread_ts === 'string' ? message.thread_ts : message_ts;
  const domain = team?.domain ?? null;
  return {
    person: user.id as PersonId,
    place: { channel: channel.id, ts: message_ts, threadTs: thread, domain },
    text: message.text ?? '',
    triggerId: trigger_id,
  };
}

async function say({ slack, log }: ListenerDeps, triggerId: string, sentence: string): Promise<void> {
  try {
    await slack.openView(triggerId, noticeModal(sentence));
  } catch (thrown) {
    log.warn({ err: coerceError(thrown) }, 'a private answer did not reach its person');
  }
}
