/** Cards at Slack's pace: of one channel, and of five at once. By the clock, so once is enough. */
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';
import { sampleWorkspace } from '../../emulator/workspace/sample-workspace.ts';
import type { Seed } from '../../emulator/workspace/seed.ts';
import { leadCard } from '../../src/domain/announcements/lead.ts';
import { insertLeads } from '../../src/store/lead/lead.ts';
import { perform } from '../../src/usecases/work.ts';
import { startBot } from '../harness/bots.ts';
import { leadSender } from '../harness/leads.ts';
import type { Figure } from '../harness/measure.ts';
import type { Row, RowOptions } from '../harness/row.ts';
import { benchContext, receivedLead } from '../harness/stored-leads.ts';

const LEADS = 60;
const FEWER = 20;
const CHANNELS = ['C_ONE', 'C_TWO', 'C_THREE', 'C_FOUR', 'C_FIVE'];

export const channel: Row = {
  title: `${LEADS} leads into one channel ÷ Slack's pace of one a second`,
  isOnce: true,
  measure: async ({ databases }) => {
    const emulator = await slackAtItsPace();
    const bot = await botOf(emulator, await databases.next());
    const leads = leadSender(bot.url, 10);
    const start = performance.now();
    await Promise.all(Array.from({ length: LEADS }, () => leads.send()));
    await cardsIn(emulator, ['C_LEADS'], LEADS);
    const seconds = (performance.now() - start) / 1000;
    await leads.close();
    await bot.stop();
    const figures = figuresOf(emulator, LEADS / seconds, 1);
    await emulator.stop();
    return figures;
  },
};

export const channels: Row = {
  title: `${FEWER} leads into each of five channels at once ÷ one a second and channel`,
  isOnce: true,
  measure: async (options) => {
    const emulator = await slackAtItsPace();
    const bot = await botOf(emulator, await waitingCards(options));
    const start = performance.now();
    await cardsIn(emulator, CHANNELS, FEWER);
    const seconds = (performance.now() - start) / 1000;
    await bot.stop();
    const figures = figuresOf(emulator, (FEWER * CHANNELS.length) / seconds, CHANNELS.length);
    await emulator.stop();
    return figures;
  },
};

function slackAtItsPace(): Promise<Emulator> {
  return startEmulator({
    mode: 'socket',
    limits: { pace: true },
    workspace: withMoreChannels(sampleWorkspace()),
  });
}

function withMoreChannels(seed: Seed): Seed {
  const members = seed.conversations?.[0]?.members ?? [];
  const more = CHANNELS.map((id) => ({ id, name: id.toLowerCase(), members }));
  return { ...seed, conversations: [...(seed.conversations ?? []), ...more] };
}

function botOf({ apiUrl, tokens }: Emulator, databaseUrl: string) {
  return startBot({ mode: 'socket', apiUrl, tokens, databaseUrl });
}

/** New leads have one channel; those of an earlier one keep theirs. */
async function waitingCards({ databases }: RowOptions): Promise<string> {
  const url = await databases.next();
  const ctx = await benchContext(url);
  const receivedAt = ctx.clock.now();
  const leads = Array.from({ length: FEWER * CHANNELS.length }, (_, n) => ({
    ...receivedLead(ctx, n, { receivedAt, post: 'all' }),
    priority: 'standard' as const,
    cardChannel: CHANNELS[n % CHANNELS.length] ?? null,
  }));
  await perform(ctx, 'api', async (work) => {
    await insertLeads(work.tx, leads);
    await work.announce(...leads.map((lead) => leadCard(lead)));
  });
  await ctx.db.close();
  return url;
}

async function cardsIn({ workspace, waitFor }: Emulator, where: string[], count: number): Promise<void> {
  const isFull = (id: string) =>
    workspace.messages.in(id).filter(({ threadTs }) => !threadTs).length >= count;
  await waitFor(() => where.every(isFull), { within: 300_000 });
}

function figuresOf({ workspace }: Emulator, perSecond: number, pace: number): Figure[] {
  const refused = workspace.calls.filter(({ status }) => status === 429).length;
  const figure = { name: 'cards', unit: '/s', ours: perSecond, bare: pace, ratio: perSecond / pace };
  return [
    { ...figure, target: '≥ 0.97, aim 0.99' },
    { name: 'refused with 429', unit: '', ours: refused, target: '0' },
  ];
}
