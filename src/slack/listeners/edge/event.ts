/**
 * Something has happened in Slack. Slack has its acknowledgement before we begin, and nobody waits for an answer: the work may come
 * twice, must be safe to lose, and a failure is the log's alone. Only who opens their Home or writes to us without being let in reads why.
 */
import type { App } from '@slack/bolt';
import type { PersonId } from '../../../domain/team/actor.ts';
import { AppError, coerceError } from '../../../errors.ts';
import { sayRefusal } from '../../../sentences/refusal.ts';
import { section } from '../../views/kit/blocks.ts';
import { home } from '../../views/kit/surfaces.ts';
import { MRKDWN } from '../../views/kit/voice.ts';
import { attempt, type Edge, handle, type ListenerDeps } from './listen.ts';

/** From outside: what is in it is for the handler to look at. */
export type SlackEvent = Readonly<Record<string, unknown>>;

export type EventHandler = (deps: ListenerDeps, event: SlackEvent) => Promise<void>;

interface EventListener {
  handler: EventHandler;
  turnedAway: EventHandler | undefined;
}

export function listenToEvent(
  app: App,
  edge: Edge,
  name: string,
  { handler, turnedAway }: EventListener,
): void {
  // Slack subscribes to messages by their place, and calls all of them the same.
  const [type = name] = name.split('.');
  app.event(type, async ({ event, body }) => {
    const heard: SlackEvent = { ...event };
    const person = actorOf(name, heard);
    await handle<void>(edge, {
      person,
      request: { kind: 'event', id: name, body },
      work: () => handler(edge, heard),
      failed: async (thrown, isTurnedAway) => {
        if (isTurnedAway && thrown instanceof AppError) await sayWhyNot(edge, heard, { thrown, turnedAway });
        else edge.log.error({ err: coerceError(thrown), where: name }, 'an event was not followed');
      },
    });
  });
}

/** Whoever joins a channel, we ourselves among them, does nothing with us by that. */
function actorOf(name: string, { user }: SlackEvent): PersonId | null {
  return typeof user === 'string' && name !== 'member_joined_channel' ? (user as PersonId) : null;
}

interface NotLetIn {
  thrown: AppError;
  turnedAway: EventHandler | undefined;
}

async function sayWhyNot(edge: Edge, heard: SlackEvent, { thrown, turnedAway }: NotLetIn): Promise<void> {
  await sayAtHome(edge, heard, thrown);
  await turnedAway?.(edge, heard);
}

async function sayAtHome(edge: Edge, { user, tab }: SlackEvent, { refusal }: AppError): Promise<void> {
  if (tab !== 'home' || typeof user !== 'string') return;
  const view = home([section(sayRefusal(refusal, MRKDWN))]);
  await attempt(edge, 'a private answer did not reach its person', () => edge.slack.publishView(user, view));
}
