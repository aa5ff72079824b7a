/** What a lead costs over all processes, PostgreSQL's too, with two replicas; beside one. And how long anybody waits for a lock. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type BareSlack, startBareSlack } from '../harness/bare-slack.ts';
import type { Bot } from '../harness/bots.ts';
import { postgres } from '../harness/databases.ts';
import { startUnlimited } from '../harness/lead-sides.ts';
import { leadSender } from '../harness/leads.ts';
import { saturate } from '../harness/load.ts';
import { alternate, compare } from '../harness/measure.ts';
import { cpuOf } from '../harness/program.ts';
import type { Row } from '../harness/row.ts';

const LEADS = 1_000;
/** To each, before it counts: a program that has just been started compiles what it runs, and two do that twice. It takes that long. */
const WARMING_UP = 1_500;
const CONNECTIONS = 20;
/** What was taken is still being told to Slack for a while. */
const AFTER_MS = 2_000;
const LOOK_MS = 20;

type Server = Awaited<ReturnType<typeof postgres>>;

export const replicas: Row = {
  title: 'processor time of a lead over all processes, two replicas on PostgreSQL ÷ one',
  database: 'PostgreSQL',
  measure: async ({ rounds }) => {
    const server = await postgres({ isDurable: true });
    const slack = await startBareSlack();
    const both = await alternate(
      rounds,
      () => measure(server, slack, 2),
      () => measure(server, slack, 1),
    );
    await slack.stop();
    await server.stop();
    const longest = Math.max(...both.ours.map(({ waitMs }) => waitMs));
    const alone = Math.max(...both.bare.map(({ waitMs }) => waitMs));
    return [
      compare(both, { name: 'CPU a lead', unit: 'ms', target: '≤ 1.1, aim 1' }, ({ cpu }) => cpu),
      compare(both, { name: 'leads', unit: '/s' }, ({ perSecond }) => perSecond),
      { name: 'longest wait for a lock', unit: 'ms', ours: longest, bare: alone, target: '≤ 50 ms' },
    ];
  },
};

async function measure(server: Server, slack: BareSlack, count: number) {
  const url = await server.next();
  const bots: Bot[] = [];
  for (let n = 0; n < count; n++) bots.push(await startUnlimited(slack, url));
  const senders = bots.map((bot) => leadSender(bot.url, CONNECTIONS));
  for (const sender of senders) await saturate(CONNECTIONS, { count: WARMING_UP }, () => sender.send());
  const watch = await watchLocks(url);
  const cpu = () => [server, ...bots].reduce((sum, process) => sum + cpuOf(process), 0);
  const before = cpu();
  const { perSecond } = await saturate(CONNECTIONS, { count: LEADS }, async (n) =>
    senders[n % count]?.send(),
  );
  await pause(AFTER_MS);
  const used = (cpu() - before) / LEADS;
  const waitMs = await watch.stop();
  await Promise.all([...senders.map((sender) => sender.close()), ...bots.map((bot) => bot.stop())]);
  return { cpu: used, perSecond, waitMs };
}

/** Looks often; a wait that began and ended between two looks was shorter than that. */
async function watchLocks(url: string): Promise<{ stop(): Promise<number> }> {
  const client = new pg.Client(url);
  await client.connect();
  const text = `select coalesce(max(extract(epoch from clock_timestamp() - waitstart)) * 1000, 0) as ms
    from pg_locks where not granted`;
  let longest = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const { rows } = await client.query({ name: 'locks', text });
      longest = Math.max(longest, Number(rows[0]?.ms));
      await pause(LOOK_MS);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await watching;
      await client.end();
      return longest;
    },
  };
}
