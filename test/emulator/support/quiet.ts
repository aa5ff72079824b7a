import { type Logger, LogLevel } from '@slack/bolt';

/** Tests look at what happens, not at what is logged. */
export const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};
