import { pino } from 'pino';

export type Logger = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/** Personal data and secrets never reach the log, whatever object is handed to it. */
const REDACTED = [
  'token',
  'authorization',
  'headers.authorization',
  '*.token',
  '*.email',
  '*.phone',
  '*.headers.authorization',
];

export function createLogger(level: string): pino.Logger {
  return pino({ level, redact: REDACTED, base: null });
}
