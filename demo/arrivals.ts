/** New leads while the demo is open: one each minute, as long as not too many wait, and one on demand. */

import { leadTitle } from '../src/sentences/en/lead.ts';
import type { Running } from '../src/start.ts';
import { createDice } from './dice.ts';
import { countWaiting } from './look-up.ts';
import { sendLead } from './mailbox.ts';
import { CHANNELS, LAST_WEEK } from './story/channels.ts';
import { createProspects } from './story/prospects.ts';
import { arrivalOf, inputOf } from './story/weeks.ts';

const EVERY_MS = 60_000;
const MANY_WAIT = 10;
const SEED = 7;

export interface Arrivals {
  /** Returns who it is. */
  now(): Promise<string>;
  stop(): void;
}

export function startArrivals(bot: Running): Arrivals {
  const dice = createDice(SEED);
  const source = { dice, prospects: createProspects(dice, 'back') };
  const channels = CHANNELS.filter(({ weeks: [, last] }) => last === LAST_WEEK);
  const now = async () => {
    const channel = dice.pick(channels);
    const lead = inputOf(source, arrivalOf(dice, channel, 0));
    await sendLead(bot.url, lead);
    return leadTitle({ name: null, company: null, email: null, phone: null, externalId: null, ...lead });
  };
  const tick = async () => {
    if ((await countWaiting(bot.ctx)) < MANY_WAIT) await now();
  };
  // While the bot stops it takes no lead; the next minute would try again.
  const timer = setInterval(() => void tick().catch(() => undefined), EVERY_MS);
  return { now, stop: () => clearInterval(timer) };
}
