/** Tango and the bare bot, both up, to be clicked at in turns. */
import { setTimeout as pause } from 'node:timers/promises';
import { startBareSlack } from './bare-slack.ts';
import { type Bot, INTAKE_TOKEN, type Mode, SIGNING_SECRET, startBare, startBot } from './bots.ts';
import { type Card, postCards } from './cards.ts';
import { claimOf, signedRequests } from './clicks.ts';
import type { BenchDatabases } from './databases.ts';

export interface Side {
  bot: Bot;
  /** A claim of a lead that nobody has claimed yet. */
  click(): Promise<void>;
  /** Anything else that Slack tells. */
  send(payload: object): Promise<void>;
  stop(): Promise<void>;
}

const CONNECTIONS = 50;

export interface Sides {
  ours: Side;
  bare: Side;
  stop(): Promise<void>;
}

/** Up to so many clicks. */
export async function clickSides(databases: BenchDatabases, mode: Mode, clicks: number): Promise<Sides> {
  const { databaseUrl, cards } = await postCards(databases, clicks);
  const way: Record<string, string> =
    mode === 'socket' ? { SLACK_APP_TOKEN: 'xapp-bench' } : { SLACK_SIGNING_SECRET: SIGNING_SECRET };
  const env = { SLACK_BOT_TOKEN: 'xoxb-bench', ...way };
  const ours = await sideOf(mode, cards, (apiUrl) => startBot({ mode, apiUrl, databaseUrl }));
  const bare = await sideOf(mode, cards, (apiUrl) => startBare('bolt', { ...env, SLACK_API_URL: apiUrl }));
  const stop = async () => {
    // A refusal would be acknowledged as well.
    for (const { leadId } of cards.slice(0, 3)) await assertClaimed(ours.bot, leadId);
    await Promise.all([ours.stop(), bare.stop()]);
  };
  return { ours, bare, stop };
}

async function sideOf(
  mode: Mode,
  cards: readonly Card[],
  start: (apiUrl: string) => Promise<Bot>,
): Promise<Side> {
  const slack = await startBareSlack();
  const bot = await start(slack.apiUrl);
  while (mode === 'socket' && !slack.hasSocket()) await pause(10);
  const requests = mode === 'http' ? signedRequests(bot.url, CONNECTIONS) : null;
  const { send } = requests ?? slack;
  let clicked = 0;
  return {
    bot,
    send,
    click: () => {
      const card = cards[clicked % cards.length];
      if (!card) throw new Error('There is no card to click on');
      return send(claimOf(card, clicked++));
    },
    stop: async () => {
      await requests?.close();
      await bot.stop();
      await slack.stop();
    },
  };
}

async function assertClaimed({ pid, url }: Bot, leadId: string): Promise<void> {
  process.kill(pid, 'SIGCONT');
  const headers = { authorization: `Bearer ${INTAKE_TOKEN}` };
  const lead = (await (await fetch(`${url}/api/leads/${leadId}`, { headers })).json()) as { state?: string };
  if (lead.state !== 'claimed') throw new Error(`A lead that was clicked is not claimed: ${lead.state}`);
}
