/** From a click to its acknowledgement, at fifty clicks a second; beside a bot that only acknowledges. */
import type { Mode } from '../harness/bots.ts';
import { atPace } from '../harness/load.ts';
import { alternate, compare, latencies } from '../harness/measure.ts';
import { inTurn } from '../harness/program.ts';
import type { Row } from '../harness/row.ts';
import { clickSides, type Side } from '../harness/sides.ts';

const PER_SECOND = 50;
const CLICKS = 200;

export const clickOverHttp = clickOver('http');
export const clickOverSocket = clickOver('socket');

function clickOver(mode: Mode): Row {
  return {
    title: `a click's acknowledgement at ${PER_SECOND}/s, ${mode === 'http' ? 'HTTP' : 'Socket Mode'} ÷ bare Bolt`,
    measure: async ({ databases, rounds }) => {
      const sides = await clickSides(databases, mode, CLICKS * (rounds + 1));
      const one = async ({ click }: Side) => latencies(await atPace(PER_SECOND, CLICKS, click));
      const both = await alternate(
        rounds,
        () => inTurn(sides.ours.bot, () => one(sides.ours)),
        () => one(sides.bare),
      );
      await sides.stop();
      return [
        compare(both, { name: 'p50', unit: 'ms' }, ({ p50 }) => p50),
        compare(both, { name: 'p99', unit: 'ms', target: '≤ 4, aim 1.3' }, ({ p99 }) => p99),
        compare(both, { name: 'slowest', unit: 'ms' }, ({ max }) => max),
      ];
    },
  };
}
