/** The same clicks while 200 leads arrive and Homes are drawn. */
import { leadSender } from '../harness/leads.ts';
import { atPace } from '../harness/load.ts';
import { type Figure, latencies, median } from '../harness/measure.ts';
import type { Row } from '../harness/row.ts';
import { clickSides, type Side } from '../harness/sides.ts';

const PER_SECOND = 50;
const CLICKS = 200;
const LEADS = 200;

export const clickBusy: Row = {
  title: `a click's acknowledgement at ${PER_SECOND}/s while ${LEADS} leads arrive and a Home is drawn`,
  measure: async ({ databases, rounds }) => {
    const sides = await clickSides(databases, 'http', CLICKS * (rounds + 1));
    const leads = leadSender(sides.ours.bot.url, 10);
    const seen = [];
    for (let round = -1; round < rounds; round++) {
      const [clicks] = await Promise.all([
        atPace(PER_SECOND, CLICKS, sides.ours.click),
        busy(sides.ours, leads),
      ]);
      if (round >= 0) seen.push(latencies(clicks));
    }
    await leads.close();
    await sides.stop();
    const figure = (name: string, ours: number, target?: string): Figure => ({
      ...{ name, unit: 'ms', ours },
      ...(target && { target }),
    });
    return [
      figure('p50', median(seen.map(({ p50 }) => p50))),
      figure('p99', median(seen.map(({ p99 }) => p99))),
      figure('slowest of all rounds', Math.max(...seen.map(({ max }) => max)), '≤ 1000'),
    ];
  },
};

/** In the first second all leads at once, and the manager opens their Home. */
async function busy({ send }: Side, leads: ReturnType<typeof leadSender>): Promise<void> {
  await send(homeOpened());
  await Promise.all(Array.from({ length: LEADS }, () => leads.send()));
}

function homeOpened(): object {
  return {
    ...{ type: 'event_callback', team_id: 'T_BENCH', api_app_id: 'A_BENCH', event_id: `Ev${Math.random()}` },
    event: {
      type: 'app_home_opened',
      user: 'U_MAX',
      channel: 'D_MAX',
      tab: 'home',
      event_ts: '1790000000.1',
    },
  };
}
