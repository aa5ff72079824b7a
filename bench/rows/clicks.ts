/** As many clicks as there can be, twenty under way at any time; beside a bot that only acknowledges. */
import { saturate } from '../harness/load.ts';
import { alternate, compare } from '../harness/measure.ts';
import { cpuOf, inTurn } from '../harness/program.ts';
import type { Row } from '../harness/row.ts';
import { clickSides, type Side } from '../harness/sides.ts';

const UNDER_WAY = 20;
const CLICKS = 300;

export const clicks: Row = {
  title: `clicks a second, ${UNDER_WAY} under way ÷ bare Bolt`,
  measure: async ({ databases, rounds }) => {
    const sides = await clickSides(databases, 'http', CLICKS * (rounds + 1));
    const one = async ({ bot, click }: Side) => {
      const before = cpuOf(bot);
      const { perSecond } = await saturate(UNDER_WAY, { count: CLICKS }, click);
      return { perSecond, cpu: (cpuOf(bot) - before) / CLICKS };
    };
    const both = await alternate(
      rounds,
      () => inTurn(sides.ours.bot, () => one(sides.ours)),
      () => one(sides.bare),
    );
    await sides.stop();
    return [
      compare(both, { name: 'clicks', unit: '/s', target: '≥ 0.25, aim 0.7' }, ({ perSecond }) => perSecond),
      compare(both, { name: 'CPU a click', unit: 'ms' }, ({ cpu }) => cpu),
    ];
  },
};
