/** Tango and the bare route, both up, to be sent leads in turns. */
import { type BareSlack, startBareSlack } from './bare-slack.ts';
import { type Bot, startBare, startBot } from './bots.ts';
import type { RowOptions } from './row.ts';

export interface LeadSides {
  ours: Bot;
  bare: Bot;
  stop(): Promise<void>;
}

export async function leadSides({ databases }: Pick<RowOptions, 'databases'>): Promise<LeadSides> {
  const slack = await startBareSlack();
  const ours = await startUnlimited(slack, await databases.next());
  const bare = await startBare('route', { DATABASE_URL: await databases.next() });
  return {
    ours,
    bare,
    stop: async () => {
      await Promise.all([ours.stop(), bare.stop()]);
      await slack.stop();
    },
  };
}

export function startUnlimited({ apiUrl }: Pick<BareSlack, 'apiUrl'>, databaseUrl: string): Promise<Bot> {
  return startBot({ mode: 'http', apiUrl, databaseUrl, command: 'node bench/harness/bot-process.ts' });
}
