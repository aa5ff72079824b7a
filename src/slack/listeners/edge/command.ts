/** A slash command. */

import type { App, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { PersonId } from '../../../domain/team/actor.ts';
import { cleanProse } from '../../../reading/text.ts';
import { type OutgoingMessage, SIMPLEST, simplify } from '../../simplify/simplify.ts';
import { MRKDWN } from '../../views/kit/voice.ts';
import { acknowledgeAfter } from './acknowledge.ts';
import { type Edge, handle, type ListenerDeps, sentenceFor } from './listen.ts';
import { tellPrivately } from './private-answer.ts';
import { respondInSomeForm } from './respond.ts';

export interface Command {
  person: PersonId;
  text: string;
  channel: string;
  triggerId: string;
  /** A line that only this person sees. */
  whisper: (message: OutgoingMessage) => Promise<void>;
}

export type CommandHandler = (deps: ListenerDeps, command: Command) => Promise<void>;

export function listenToCommand(app: App, outer: Edge, name: string, handler: CommandHandler): void {
  app.command(name, async (request: SlackCommandMiddlewareArgs) => {
    const command = toCommand(outer, request);
    const work = (edge: Edge) =>
      handle(edge, {
        person: command.person,
        request: { kind: 'command', id: name, body: request.body },
        work: () => handler(edge, command),
        failed: (thrown) =>
          command.whisper({ text: sentenceFor(edge, thrown, { where: name, voice: MRKDWN }) }),
      });
    await acknowledgeAfter(outer, request.ack, work);
  });
}

function toCommand(edge: Edge, { command, respond }: SlackCommandMiddlewareArgs): Command {
  const person = command.user_id as PersonId;
  return {
    person,
    text: cleanProse(command.text),
    channel: command.channel_id,
    triggerId: command.trigger_id,
    whisper: (message) =>
      tellPrivately(edge, { person, text: simplify(message, SIMPLEST).text }, () =>
        respondInSomeForm(respond, message, edge.log),
      ),
  };
}
