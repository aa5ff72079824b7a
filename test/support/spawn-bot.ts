import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Config } from '../../src/config.ts';
import { type WatchedProcess, watchProcess } from './watch-process.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export type BotProcess = WatchedProcess;

/** With short waits of the outbox, for tests that kill it. */
export function spawnBot(config: Config): BotProcess {
  return watch([at('./bot-process.ts'), JSON.stringify(config)], {});
}

/** As `npm start` starts it. */
export function spawnMain(env: Record<string, string>): BotProcess {
  return watch([at('../../src/main.ts')], env);
}

/** The environment that says the same as a config of the tests. */
export function envOf({ slack, databaseUrl, http, firstStart }: Config): Record<string, string> {
  const secret: Record<string, string> =
    slack.mode.kind === 'socket'
      ? { SLACK_APP_TOKEN: slack.mode.appToken }
      : { SLACK_SIGNING_SECRET: slack.mode.signingSecret };
  return {
    ...secret,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: databaseUrl,
    PORT: '0',
    INTAKE_TOKEN: http.intakeToken ?? '',
    LEADS_CHANNEL: firstStart.leadsChannel ?? '',
  };
}

/** Ended with the test. */
function watch(args: string[], env: Record<string, string>): BotProcess {
  const bot = watchProcess(args, env);
  onTestFinished(async () => {
    bot.signal('SIGKILL');
    await bot.exit;
  });
  return bot;
}
