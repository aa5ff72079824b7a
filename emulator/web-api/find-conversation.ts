import type { Conversation } from '../workspace/conversations.ts';
import type { Call } from './method.ts';
import { SlackError } from './slack-error.ts';

/** The conversation an id names, if the bot may know of it: a private one only from inside. */
export function findConversation({ slack, args }: Call, argument = 'channel'): Conversation {
  const { conversations, app } = slack.workspace;
  const found = conversations.find(args.required(argument));
  const isHidden = found?.kind !== 'channel' && found?.members.has(app.botUserId) !== true;
  if (found === undefined || isHidden) throw new SlackError('channel_not_found');
  return found;
}

/** Where a message goes: an id, a name, or a person, whose direct message is opened. */
export function findDestination(call: Call): Conversation {
  const { slack, args } = call;
  const { conversations, people, app } = slack.workspace;
  const destination = args.text('channel');
  if (destination === '') throw new SlackError('channel_not_found');
  if (people.find(destination) !== undefined) return openDirect(call, destination);
  const named = conversations.byName(destination.replace(/^#/, ''));
  const found = named ?? conversations.find(destination);
  const isHidden = found?.kind !== 'channel' && found?.members.has(app.botUserId) !== true;
  if (found === undefined || isHidden) throw new SlackError('channel_not_found');
  return found;
}

/** The bot's direct message with a person; Slack takes messages for deactivated ones too. */
export function openDirect({ slack }: Call, user: string): Conversation {
  const { conversations, people, app } = slack.workspace;
  const person = people.find(user);
  if (person === undefined) throw new SlackError('user_not_found');
  if (person.isBot) throw new SlackError('cannot_dm_bot');
  return conversations.direct(user, app.botUserId, slack.clock.now());
}

export const HISTORY_SCOPE = {
  channel: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
} as const;

export const READ_SCOPE = { channel: 'channels:read', private: 'groups:read', im: 'im:read' } as const;
