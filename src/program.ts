/** The bot as a program: environment, signals, and how it ends. */
import { flushCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { loadEnvFile, readEnv, toConfig } from './config.ts';
import { AppError, coerceError } from './errors.ts';
import { createLogger, type Logger } from './logger.ts';
import { sayRefusal } from './sentences/refusal.ts';
import { PLAIN } from './sentences/voice.ts';
import { type StartOptions, start } from './start.ts';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

export async function runProgram(options: StartOptions = {}): Promise<void> {
  // The reader of answers in Node's fetch is WebAssembly: to compile it once more, and faster, takes 20 MB that never come back. Either alone does not help.
  // A burst of leads lets V8 keep 50 to 90 MB for what lives shortly, and it gives nothing back; without, a lead costs a twentieth more.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  try {
    await run(options);
  } catch (thrown) {
    const error = coerceError(thrown);
    process.stderr.write(
      `${error instanceof AppError ? sayRefusal(error.refusal, PLAIN) : (error.stack ?? error.message)}\n`,
    );
    process.exitCode = 1;
  }
}

async function run(options: StartOptions): Promise<void> {
  loadEnvFile();
  const config = toConfig(readEnv(process.env));
  const log = createLogger(config.logLevel);
  logDefects(log);
  const running = await start(config, { log, ...options });
  let isAsked = false;
  const shutDown = (signal: NodeJS.Signals) => {
    // A second signal, or a shutdown that hangs, must not keep an operator waiting.
    if (isAsked) process.exit(1);
    isAsked = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    log.info({ signal }, 'stopping');
    void running.stop().then(() => process.exit(0));
  };
  for (const signal of SIGNALS) process.on(signal, shutDown);
  await running.slackStarted.catch(async (refused: unknown) => {
    await running.stop();
    throw refused;
  });
  if (!isAsked) log.info({ url: running.url }, 'Tango is up');
  // Otherwise written at a peaceful exit only, with all that days of work have compiled.
  flushCompileCache();
}

/** Node itself would print an error with all that it holds. */
function logDefects(log: Logger): void {
  process.on('uncaughtException', (thrown: unknown) => {
    log.error({ err: coerceError(thrown) }, 'a defect ended Tango');
    process.exit(1);
  });
  // A promise that nobody waits for is no reason to stop taking leads.
  process.on('unhandledRejection', (thrown: unknown) => {
    log.error({ err: coerceError(thrown) }, 'a defect: nobody waited for what failed');
  });
}
