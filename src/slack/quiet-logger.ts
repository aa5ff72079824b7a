import { LogLevel, type Logger as SlackLogger } from '@slack/web-api';
import type { Logger } from '../logger.ts';

/** Slack's client in our log, at debug: what it warns of comes to us as a failure, classified and told once. */
export function quietLogger(logger: Logger): SlackLogger {
  const say = (...message: unknown[]): void => logger.debug({ slack: message.map(String).join(' ') });
  return {
    debug: () => undefined,
    info: say,
    warn: say,
    error: say,
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
