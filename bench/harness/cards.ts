/** Leads whose cards were posted a while ago, in a database that each round can copy. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Posted, startBareSlack } from './bare-slack.ts';
import { startBot } from './bots.ts';
import type { BenchDatabases } from './databases.ts';
import { leadSender } from './leads.ts';

export interface Card extends Posted {
  leadId: string;
}

export interface PostedCards {
  databaseUrl: string;
  cards: Card[];
}

export async function postCards(databases: BenchDatabases, count: number): Promise<PostedCards> {
  const slack = await startBareSlack();
  const databaseUrl = await databases.next();
  const command = 'node bench/harness/bot-process.ts unpaced';
  const bot = await startBot({ mode: 'http', apiUrl: slack.apiUrl, databaseUrl, command });
  const leads = leadSender(bot.url, 1);
  for (let sent = 0; sent < count; sent += 100) await leads.send(Math.min(100, count - sent));
  while (cardsIn(slack.posted).length < count) await pause(200);
  await leads.close();
  // In peace, so that all of it is in the file.
  await bot.stop('SIGTERM');
  await slack.stop();
  return { databaseUrl, cards: cardsIn(slack.posted) };
}

/** What is posted beside them has no button to claim. */
function cardsIn(posted: readonly Posted[]): Card[] {
  return posted.flatMap((message) => {
    const leadId = /"action_id":"lead_claim".*?"value":"([^"]+)"/.exec(JSON.stringify(message.blocks))?.[1];
    return leadId ? [{ ...message, leadId }] : [];
  });
}
