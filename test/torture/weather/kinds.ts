/** Every kind of fault, and where it can be. */
import type { DialectName } from '../../../src/store/dialects.ts';

interface Only {
  mode?: 'socket' | 'http';
  database?: DialectName;
  /** One bot alone: the machines of several agree on the time, and orders would reach them one after the other. */
  alone?: true;
}

const KINDS = {
  /** The bot's process. */
  killed: {},
  stopped: {},
  clock_ahead: { alone: true },
  clock_back: { alone: true },
  /** The command line, in the middle of an import. */
  import_killed: {},
  /** What reaches the bot: leads, and in HTTP mode what Slack says. */
  cut_before: {},
  cut_after: {},
  delivered_twice: {},
  out_of_order: {},
  delayed: {},
  event_twice: {},
  /** A person who presses twice. */
  double_click: {},
  socket_dropped: { mode: 'socket' },
  socket_refreshed: { mode: 'socket' },
  /** The bot's calls to Slack. */
  too_fast: {},
  server_error: {},
  reset_before: {},
  reset_after: {},
  half_answer: {},
  html: {},
  slow: {},
  slow_body: {},
  slack_down: {},
  /** The database. */
  database_locked: {},
  disk_full: { database: 'sqlite' },
  connections_ended: { database: 'postgres' },
} satisfies Record<string, Only>;

export type FaultKind = keyof typeof KINDS;

export const FAULTS: Record<FaultKind, Only> = KINDS;
