import type { App } from '@slack/bolt';
import { coerceError } from '../../../errors.ts';
import type { ListenerDeps } from './listen.ts';

/**
 * Slack has its acknowledgement before we begin, and nobody waits for an answer. So the work may come twice, must be safe to lose, and
 * a failure is the log's alone.
 */
export function onEvent<Event>(
  app: App,
  deps: ListenerDeps,
  name: string,
  handle: (deps: ListenerDeps, event: Event) => Promise<void>,
): void {
  app.event(name, async ({ event }) => {
    try {
      await handle(deps, event as Event);
    } catch (thrown) {
      deps.log.error({ err: coerceError(thrown), where: name }, 'an event was not followed');
    }
  });
}
