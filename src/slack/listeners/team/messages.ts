/** Somebody writes to Tango in their direct messages with it. */
import type { PersonId } from '../../../domain/team/actor.ts';
import {
  answerMessage,
  turnAwayMessage,
  type WrittenMessage,
} from '../../../usecases/team/answer-message.ts';
import { filesOf, onDroppedFiles, sheetsIn } from '../brought-file/brought-file.ts';
import type { SlackEvent } from '../edge/event.ts';
import type { ListenerDeps } from '../edge/listen.ts';

export async function onDirectMessage(deps: ListenerDeps, event: SlackEvent): Promise<void> {
  const message = writtenIn(event);
  if (!message) return;
  const files = [...filesOf(event), ...sheetsIn(message.text)];
  const { person, ts } = message;
  if (files.length > 0 && typeof event.channel === 'string')
    await onDroppedFiles(deps, { person, channel: event.channel, ts, files });
  else await answerMessage(deps.ctx, message);
}

/** A guest, or somebody of another company: silence would look like a fault. */
export async function onMessageOfStranger({ ctx }: ListenerDeps, event: SlackEvent): Promise<void> {
  const message = writtenIn(event);
  if (message) await turnAwayMessage(ctx, message);
}

function writtenIn(event: SlackEvent): WrittenMessage | null {
  const { user, text, ts, thread_ts: thread } = event;
  if (!isWritten(event) || typeof user !== 'string' || typeof ts !== 'string') return null;
  return {
    person: user as PersonId,
    text: typeof text === 'string' ? text : '',
    ts,
    thread: typeof thread === 'string' ? thread : null,
  };
}

/** By a person, just now: not an app, an edit, a deletion, somebody who has joined. */
function isWritten({ channel_type: where, subtype, bot_id: bot, hidden }: SlackEvent): boolean {
  return (
    where === 'im' && bot == null && hidden !== true && (subtype === undefined || subtype === 'file_share')
  );
}
