/** The memory after a burst of 10,000 leads over fifty connections, and some seconds of rest. */
import { setTimeout as pause } from 'node:timers/promises';
import { leadSides } from '../harness/lead-sides.ts';
import { leadSender } from '../harness/leads.ts';
import { saturate } from '../harness/load.ts';
import { memoryOf } from '../harness/program.ts';
import type { Row } from '../harness/row.ts';

const LEADS = 10_000;
const CONNECTIONS = 50;
const REST_MS = 5_000;

export const burst: Row = {
  title: `memory after ${LEADS} leads over ${CONNECTIONS} connections`,
  isOnce: true,
  measure: async (options) => {
    const sides = await leadSides(options);
    for (const { url } of [sides.ours, sides.bare]) {
      const sender = leadSender(url, CONNECTIONS);
      await saturate(CONNECTIONS, { count: LEADS }, () => sender.send());
      await sender.close();
    }
    await pause(REST_MS);
    const [ours, bare] = [memoryOf(sides.ours, 'VmRSS'), memoryOf(sides.bare, 'VmRSS')];
    await sides.stop();
    return [{ name: 'RSS', unit: 'MiB', ours, bare, ratio: ours / bare, target: '≤ 250 MiB, aim 200' }];
  },
};
