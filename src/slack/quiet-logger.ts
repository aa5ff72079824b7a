import { LogLevel, type Logger as SlackLogger } from '@slack/web-api';
import { SLACK_WORDS } from '../log/known-words.ts';
import type { Logger } from '../logger.ts';

/**
 * Slack's libraries in our log, at debug: what they warn of comes to us as a failure, classified and told once. How they begin is enough
 * to follow them by; the rest of a line may quote a body or a signature.
 */
export function quietLogger(logger: Logger): SlackLogger {
  const say = (...message: unknown[]): void => {
    const err = message.find((part) => part instanceof Error);
    logger.debug({ slack: wordsOf(message[0]), ...(err ? { err } : {}) }, "Slack's library says");
  };
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

function wordsOf(said: unknown): (typeof SLACK_WORDS)[number] {
  return SLACK_WORDS.find((words) => String(said).startsWith(words)) ?? 'something else';
}
