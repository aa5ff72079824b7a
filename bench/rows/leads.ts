/** Leads a second, each taken durably before it is answered; beside a bare Express route with one raw insert. */
import type { Bot } from '../harness/bots.ts';
import { leadSides } from '../harness/lead-sides.ts';
import { leadSender } from '../harness/leads.ts';
import { saturate } from '../harness/load.ts';
import { alternate, type Both, compare, type Figure, latencies, median } from '../harness/measure.ts';
import { cpuOf, inTurn } from '../harness/program.ts';
import type { Row } from '../harness/row.ts';

const ROUND_MS = 2_000;

export const leads: Row = {
  title: 'durable leads a second ÷ a bare Express route with one raw insert',
  measure: async (options) => {
    const sides = await leadSides(options);
    const figures: Figure[] = [];
    for (const connections of [50, 8, 1]) {
      const both = await alternate(
        options.rounds,
        () => inTurn(sides.ours, () => measure(sides.ours, connections)),
        () => measure(sides.bare, connections),
      );
      figures.push(...figuresOf(connections, both));
    }
    await sides.stop();
    return figures;
  },
};

type Measured = Awaited<ReturnType<typeof measure>>;

async function measure(bot: Bot, connections: number) {
  const sender = leadSender(bot.url, connections);
  const before = cpuOf(bot);
  const { perSecond, times, count } = await saturate(connections, { ms: ROUND_MS }, () => sender.send());
  const cpu = (cpuOf(bot) - before) / count;
  await sender.close();
  return { perSecond, cpu, ...latencies(times) };
}

function figuresOf(connections: number, both: Both<Measured>): Figure[] {
  const of = `, ${connections} connection${connections > 1 ? 's' : ''}`;
  const isMost = connections === 50;
  const target = isMost ? { target: '≥ 0.5, aim 1' } : {};
  const spread = both.ours.map(({ p50, p99 }) => p99 / p50);
  return [
    compare(both, { name: `leads${of}`, unit: '/s', ...target }, ({ perSecond }) => perSecond),
    compare(both, { name: `CPU a lead${of}`, unit: 'ms' }, ({ cpu }) => cpu),
    compare(both, { name: `p50${of}`, unit: 'ms' }, ({ p50 }) => p50),
    compare(both, { name: `p99${of}`, unit: 'ms' }, ({ p99 }) => p99),
    ...(isMost ? [{ name: `p99 ÷ p50${of}`, unit: '', ours: median(spread), target: '≤ 4, aim 3' }] : []),
  ];
}
