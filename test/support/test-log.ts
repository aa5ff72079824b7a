import { expect, onTestFailed, onTestFinished } from 'vitest';
import { createLogger, type Logger } from '../../src/logger.ts';

export interface TestLog {
  log: Logger;
  /** All that was printed, as it was printed. */
  text(): string;
  lines(): Record<string, unknown>[];
}

/** A log whose lines a test reads. */
export function readableLog(): TestLog {
  const printed: string[] = [];
  return {
    log: createLogger('debug', { write: (line) => void printed.push(line) }),
    text: () => printed.join(''),
    lines: () => printed.map((line) => JSON.parse(line)),
  };
}

/**
 * The log of a bot under test: silent unless the test fails. Whatever our own code hands to it must pass, or an operator would miss it.
 */
export function testLog(): Logger {
  const { log, text, lines } = readableLog();
  onTestFinished(() => expect(lines().filter((line) => 'dropped' in line)).toEqual([]));
  onTestFailed(() => console.log(text()));
  return log;
}
