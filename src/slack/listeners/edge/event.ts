/**
 * Something has happened in Slack. Slack has its acknowledgement before we begin, and nobody waits for an answer: the work may come
 * twice, must be safe to lose, and a failure is the log's alone.
 */
import type { App } from '@slack/bolt';
import type { PersonId } from '../../../domain/team/actor.ts';
import { coerceError } from '../../../errors.ts';
import { type Edge, handle, type ListenerDeps } from './listen.ts';

/** From outside: what is in it is for the handler to look at. */
export type SlackEvent = Readonly<Record<string, unknown>>;

export type EventHandler = (deps: ListenerDeps, event: SlackEvent) => Promise<void>;

export function listenToEvent(app: App, edge: Edge, name: string, handler: EventHandler): void {
  app.event(name, async ({ event, body }) => {
    const heard: SlackEvent = { ...event };
    await handle(edge, {
      person: typeof heard.user === 'string' ? (heard.user as PersonId) : null,
      request: { kind: 'event', id: name, body },
      work: () => handler(edge, heard),
      failed: (thrown) =>
        edge.log.error({ err: coerceError(thrown), where: name }, 'an event was not followed'),
    });
  });
}
