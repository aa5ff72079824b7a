/** From the start of the process until `/readyz` answers 200, and the memory at rest; beside bare Bolt with its database open. */
import { setTimeout as pause } from 'node:timers/promises';
import { startBareSlack } from '../harness/bare-slack.ts';
import { type Bot, SIGNING_SECRET, startBare, startBot } from '../harness/bots.ts';
import { sqliteFiles } from '../harness/databases.ts';
import { alternate, compare } from '../harness/measure.ts';
import { cpuOf, memoryOf } from '../harness/program.ts';
import type { Row } from '../harness/row.ts';

const REST_MS = 3_000;

export const start: Row = {
  title: 'start to ready, and memory at rest ÷ bare Bolt with its database open',
  measure: async ({ databases, rounds }) => {
    const slack = await startBareSlack();
    const databaseUrl = await databases.next();
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
    };
    const files = sqliteFiles();
    const bareFile = (await files.next()).replace(/^file:/, '');
    const both = await alternate(
      rounds,
      async () => look(await startBot({ mode: 'http', apiUrl: slack.apiUrl, databaseUrl })),
      async () => look(await startBare('bolt', { ...env, DATABASE_FILE: bareFile })),
    );
    await slack.stop();
    await files.stop();
    return [
      compare(both, { name: 'start to ready', unit: 'ms', target: '≤ 2, aim 1.5' }, ({ ms }) => ms),
      compare(both, { name: 'CPU until ready', unit: 'ms' }, ({ cpu }) => cpu),
      compare(both, { name: 'RSS at rest', unit: 'MiB', target: '≤ 1.5, aim 1.3' }, ({ rss }) => rss),
    ];
  },
};

async function look(bot: Bot): Promise<{ ms: number; cpu: number; rss: number }> {
  const cpu = cpuOf(bot);
  await pause(REST_MS);
  const rss = memoryOf(bot, 'VmRSS');
  await bot.stop('SIGTERM');
  return { ms: bot.readyMs, cpu, rss };
}
