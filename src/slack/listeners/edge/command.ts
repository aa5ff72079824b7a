/** A slash command. */

import type { App, RespondFn, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { PersonId } from '../../../domain/team/actor.ts';
import { MRKDWN } from '../../views/kit/voice.ts';
import { acknowledgeAfter } from './acknowledge.ts';
import { type Edge, handle, type ListenerDeps, sentenceFor } from './listen.ts';

export interface Command {
  person: PersonId;
  text: string;
  channel: string;
  triggerId: string;
  /** A line that only this person sees. */
  whisper: (message: { text: string; blocks?: unknown[] }) => Promise<void>;
}

export type CommandHandler = (deps: ListenerDeps, command: Command) => Promise<void>;

export function listenToCommand(app: App, edge: Edge, name: string, handler: CommandHandler): void {
  app.command(name, async (request: SlackCommandMiddlewareArgs) => {
    const command = toCommand(request);
    const work = (edge: Edge) =>
      handle(edge, {
        person: command.person,
        request: { kind: 'command', id: name, body: request.body },
        work: () => handler(edge, command),
        failed: (thrown) =>
          command.whisper({ text: sentenceFor(edge, thrown, { where: name, voice: MRKDWN }) }),
      });
    await acknowledgeAfter(edge, request.ack, work);
  });
}

function toCommand({ command, respond }: SlackCommandMiddlewareArgs): Command {
  return {
    person: command.user_id as PersonId,
    text: command.text.trim(),
    channel: command.channel_id,
    triggerId: command.trigger_id,
    whisper: async (message) => {
      await respond({ response_type: 'ephemeral', ...message } as Parameters<RespondFn>[0]);
    },
  };
}
