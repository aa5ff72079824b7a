/** Leads a second in requests of 500; beside the bare route that takes them one by one, and beside one that inserts 500 rows at once. */
import type { Bot } from '../harness/bots.ts';
import { leadSides } from '../harness/lead-sides.ts';
import { leadSender } from '../harness/leads.ts';
import { saturate } from '../harness/load.ts';
import { alternate, compare } from '../harness/measure.ts';
import { cpuOf, inTurn } from '../harness/program.ts';
import type { Row } from '../harness/row.ts';

const LEADS = 500;
const SINGLY_MS = 500;

export const batch: Row = {
  title: `leads a second in requests of ${LEADS} ÷ a bare Express route with raw inserts`,
  measure: async (options) => {
    const sides = await leadSides(options);
    const both = await alternate(
      options.rounds,
      () => inTurn(sides.ours, () => atOnce(sides.ours, 1)),
      async () => ({ ...(await atOnce(sides.bare, 10)), singly: await singly(sides.bare) }),
    );
    await sides.stop();
    const { ours, bare } = both;
    const besideSingles = { ours, bare: bare.map(({ singly, cpu }) => ({ perSecond: singly, cpu })) };
    const target = { target: '≥ 0.1, aim 0.25' };
    return [
      compare(besideSingles, { name: 'leads ÷ one by one', unit: '/s', ...target }, (each) => each.perSecond),
      compare(both, { name: 'leads ÷ 500 at once', unit: '/s' }, ({ perSecond }) => perSecond),
      compare(both, { name: 'CPU a lead ÷ 500 at once', unit: 'ms' }, ({ cpu }) => cpu),
    ];
  },
};

/** Of the bare route several: one is over before the kernel has counted anything. */
async function atOnce(
  bot: Bot,
  requests: number,
): Promise<{ perSecond: number; cpu: number; singly: number }> {
  const sender = leadSender(bot.url, 1);
  const leads = LEADS * requests;
  const before = cpuOf(bot);
  const start = performance.now();
  for (let request = 0; request < requests; request++) await sender.send(LEADS);
  const perSecond = (leads / (performance.now() - start)) * 1000;
  await sender.close();
  return { perSecond, cpu: (cpuOf(bot) - before) / leads, singly: 0 };
}

async function singly({ url }: Bot): Promise<number> {
  const sender = leadSender(url, 50);
  const { perSecond } = await saturate(50, { ms: SINGLY_MS }, () => sender.send());
  await sender.close();
  return perSecond;
}
