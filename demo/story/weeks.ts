/** The leads of the weeks before the visit. */

import { createDice, type Dice } from '../dice.ts';
import { momentOf, TODAY } from './calendar.ts';
import { CHANNELS, type Channel } from './channels.ts';
import { type Arrival, lifeOf } from './life.ts';
import type { PlannedLead } from './planned-lead.ts';
import { createProspects, type Prospects } from './prospects.ts';

const SEED = 2026;
const WEEKS = 9;

export function leadsOfWeeks(): PlannedLead[] {
  const dice = createDice(SEED);
  const source = { dice, prospects: createProspects(dice, 'front') };
  const leads: PlannedLead[] = [];
  for (let week = 0; week < WEEKS; week++) {
    for (const channel of CHANNELS) leads.push(...leadsOf(source, channel, week));
  }
  return leads.filter(({ at }) => at < TODAY).sort((one, other) => one.at - other.at);
}

/** Where chance and people come from. */
export interface Source {
  dice: Dice;
  prospects: Prospects;
}

function leadsOf(source: Source, channel: Channel, week: number): PlannedLead[] {
  const [first, last] = channel.weeks;
  if (week < first || week > last) return [];
  const count = Math.max(1, channel.perWeek + source.dice.between(-2, 2));
  return Array.from({ length: count }, () => plan(source, channel, momentIn(source.dice, week)));
}

function plan(source: Source, channel: Channel, at: number): PlannedLead {
  const arrival = arrivalOf(source.dice, channel, at);
  return { at, input: inputOf(source, arrival), steps: lifeOf(source.dice, arrival) };
}

export function arrivalOf(dice: Dice, channel: Channel, at: number): Arrival {
  return { at, channel, segment: dice.weighted(channel.segments), isHot: dice.roll() < channel.hot };
}

export function inputOf(
  { dice, prospects }: Source,
  { channel, segment, isHot }: Arrival,
): PlannedLead['input'] {
  const { source, campaign } = channel;
  return {
    ...{ source, campaign, segment, ...prospects(segment) },
    reason: dice.pick(channel.why),
    priority: isHot ? 'hot' : 'standard',
  };
}

/** Mostly in office hours; some in the evening and at the weekend, when people have time for forms. */
function momentIn(dice: Dice, week: number): number {
  const isOffHours = dice.roll() < 0.15;
  const day = isOffHours ? dice.between(0, 6) : dice.between(0, 4);
  const hour = isOffHours ? dice.between(18, 21) : dice.between(8, 16);
  return momentOf(week, { day, hour, minute: dice.between(0, 59) });
}
