/** Slack itself: its answers, its events, its sockets. Calls are held up for less than a lease lasts. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiFault } from '../../../emulator/faults.ts';
import type { Stage } from '../stage.ts';
import { REPS } from '../workspace.ts';
import type { Strike } from './strike.ts';

/** The next calls of whatever kind; those that come to it are counted at the end of the round. */
const calls =
  (fault: ApiFault, most = 3): Strike =>
  async ({ emulator }, { below }) => {
    emulator.faults.next('*', fault, 1 + below(most));
  };

export const SLACK_WEATHER = {
  too_fast: calls({ kind: 'rate_limited', retryAfterSeconds: 1 }),
  server_error: calls({ kind: 'server_error', status: 503 }),
  reset_before: calls({ kind: 'reset_before' }),
  reset_after: calls({ kind: 'reset_after' }),
  half_answer: calls({ kind: 'reset_mid_body' }),
  html: calls({ kind: 'html' }),
  slow: calls({ kind: 'slow', ms: 1_000 }),
  slow_body: calls({ kind: 'slow_body', ms: 1_000 }),
  slack_down: async ({ emulator, tally }, { below }) => {
    tally.add('slack_down');
    emulator.faults.outage(true);
    await pause(500 + below(2_000));
    emulator.faults.outage(false);
  },
  event_twice: async ({ emulator, tally }, { pick }) => {
    tally.add('event_twice');
    emulator.faults.duplicateEvents();
    emulator.as(pick(REPS) ?? '').openHome();
  },
  socket_dropped: async (stage, { below }) => {
    for (let times = 1 + below(3); times > 0; times--) {
      await whenConnected(stage);
      stage.tally.add('socket_dropped');
      stage.emulator.faults.sockets.drop();
      await pause(below(300));
    }
  },
  socket_refreshed: async (stage, { below }) => {
    await whenConnected(stage);
    stage.tally.add('socket_refreshed');
    if (below(2) === 0) stage.emulator.faults.sockets.disconnect('warning');
    stage.emulator.faults.sockets.disconnect('refresh_requested');
  },
} satisfies Record<string, Strike>;

/** A socket that is not there can't be cut. */
async function whenConnected({ emulator }: Stage): Promise<void> {
  const until = performance.now() + 8_000;
  while (!emulator.isBotConnected() && performance.now() < until) await pause(50);
}
