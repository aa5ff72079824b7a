/** What becomes of a lead: who takes it, how soon, the verdict, and how the deal ends. */
import type { PersonId } from '../../src/domain/team/actor.ts';
import { DAY } from '../../src/domain/time/duration.ts';
import { ANA, BEN, MAX, MIA } from '../company.ts';
import { createDice, type Dice } from '../dice.ts';
import { dayAfter, inWorkingTime, later } from './calendar.ts';
import type { Channel } from './channels.ts';
import type { PlannedStep } from './planned-lead.ts';
import type { Segment } from './prospects.ts';

export interface Arrival {
  at: number;
  channel: Channel;
  segment: Segment;
  isHot: boolean;
}

const NOT_CLAIMED = 0.04;
const NEVER_TOUCHED = 0.25;
const WORKING_DAY = 540;

export function lifeOf(dice: Dice, arrival: Arrival): PlannedStep[] {
  if (dice.roll() < NOT_CLAIMED) return lateLife(createDice(arrival.at), arrival);
  const person = takerOf(dice, arrival.segment);
  const pace = person === BEN ? 1.5 : 1;
  const claimedAt = later(inWorkingTime(arrival.at), claimMinutes(dice, arrival.isHot) * pace);
  const contactedAt = later(claimedAt, dice.between(15, dice.roll() < 0.8 ? 170 : 420) * pace);
  const verdictAt = later(contactedAt, dice.between(20, dice.roll() < 0.6 ? 300 : 2 * WORKING_DAY));
  const steps: PlannedStep[] = [
    { kind: 'claim', at: claimedAt, person },
    { kind: 'contact', at: contactedAt, person },
  ];
  if (dice.roll() >= arrival.channel.qualifies) {
    const rejected = rejection(dice, arrival.channel, { at: verdictAt, person });
    const luck = createDice(arrival.at);
    return [
      ...steps,
      rejected,
      ...afterReturn(luck, arrival, rejected),
      ...afterRest(luck, arrival, rejected),
    ];
  }
  return [...steps, ...deal(dice, arrival, { at: verdictAt, person })];
}

/** Nobody took it, until Max had read of it often enough to give it to somebody. */
function lateLife(dice: Dice, arrival: Arrival): PlannedStep[] {
  if (dice.roll() < NEVER_TOUCHED) return [];
  const person = takerOf(dice, arrival.segment);
  const assignedAt = later(inWorkingTime(arrival.at), dice.between(WORKING_DAY, 2 * WORKING_DAY));
  // What is given and hot goes back to the channel within the hour.
  const contactedAt = later(assignedAt, dice.between(4, 12));
  const verdictAt = later(contactedAt, dice.between(60, WORKING_DAY));
  return [
    { kind: 'assign', at: assignedAt, person: MAX, to: person },
    { kind: 'contact', at: contactedAt, person },
    rejection(dice, arrival.channel, { at: verdictAt, person }),
  ];
}

/** Mia mends most of what comes back, within a day or two, and whoever sent it back goes on. */
function afterReturn(dice: Dice, arrival: Arrival, { at, person, ...step }: PlannedStep): PlannedStep[] {
  const isBack = step.kind === 'reject' && RETURNED.includes(step.reason);
  if (!isBack || dice.roll() < NEVER_MENDED) return [];
  const mendedAt = later(at, dice.between(60, 1.5 * WORKING_DAY));
  const claimedAt = later(mendedAt, dice.between(10, 100));
  const contactedAt = later(claimedAt, dice.between(20, 200));
  return [
    { kind: 'mend', at: mendedAt, person: MIA },
    { kind: 'claim', at: claimedAt, person },
    { kind: 'contact', at: contactedAt, person },
    ...deal(dice, arrival, { at: later(contactedAt, dice.between(60, 400)), person }),
  ];
}

/** Who could not be reached comes back to the channel after its rest, and is mostly tried once more. */
function afterRest(dice: Dice, arrival: Arrival, { at, person, ...step }: PlannedStep): PlannedStep[] {
  const rests = step.kind === 'reject' && step.reason === 'unreachable';
  if (!rests || dice.roll() < NEVER_TRIED_AGAIN) return [];
  const claimedAt = later(inWorkingTime(at + (RESTS_DAYS + 1) * DAY), dice.between(20, 100));
  const contactedAt = later(claimedAt, dice.between(20, 200));
  return [
    { kind: 'claim', at: claimedAt, person },
    { kind: 'contact', at: contactedAt, person },
    ...deal(dice, arrival, { at: later(contactedAt, dice.between(60, 400)), person }),
  ];
}

const RESTS_DAYS = 30;
const NEVER_TRIED_AGAIN = 0.2;

const RETURNED = ['bad_contact_data', 'wrong_person'];
const NEVER_MENDED = 0.2;

/** Ana sells to hotels and restaurants, Ben to shops and clinics; each takes the other's at times. */
function takerOf(dice: Dice, segment: Segment): PersonId {
  const isAnas = segment === 'Hospitality' || segment === 'Restaurants';
  return isAnas === dice.roll() < 0.85 ? ANA : BEN;
}

function claimMinutes(dice: Dice, isHot: boolean): number {
  if (isHot) return dice.between(2, dice.roll() < 0.85 ? 12 : 50);
  return dice.between(4, dice.roll() < 0.8 ? 90 : 260);
}

interface Doing {
  at: number;
  person: PersonId;
}

function deal(dice: Dice, { segment }: Arrival, { at, person }: Doing): PlannedStep[] {
  const [least, most] = VALUES[segment];
  const amount = String(dice.between(least, most) * 500);
  const nextStep = dice.pick(NEXT_STEPS);
  const qualified: PlannedStep = {
    ...{ kind: 'qualify', at, person, amount, nextStep },
    nextStepOn: dayAfter(at, dice.between(2, 7)),
  };
  const end = dice.weighted({ won: 34, lost: 24, open: 42 });
  if (end === 'open') return [qualified];
  const longest = dice.roll() < 0.35 ? 2 : 18;
  const endsAt = later(at, dice.between(120, longest * WORKING_DAY));
  const reason = end === 'lost' ? dice.pick(LOST_BECAUSE) : null;
  return [qualified, { kind: end, at: endsAt, person, reason }];
}

function rejection(dice: Dice, channel: Channel, { at, person }: Doing): PlannedStep {
  const reason = dice.weighted(channel.reasons);
  return {
    kind: 'reject',
    at,
    person,
    reason,
    detail: detailFor(dice, reason, at),
    note: noteFor(dice, reason),
  };
}

function detailFor(dice: Dice, reason: string, at: number): string | null {
  if (reason === 'bad_timing') return dayAfter(at, dice.between(30, 90));
  return reason === 'unreachable' ? String(dice.between(3, 6)) : null;
}

function noteFor(dice: Dice, reason: string): string | null {
  const notes = NOTES[reason];
  if (!notes) return null;
  return reason === 'other' || dice.roll() < 0.6 ? dice.pick(notes) : null;
}

/** In steps of 500. */
const VALUES: Record<Segment, readonly [least: number, most: number]> = {
  Hospitality: [22, 60],
  Retail: [14, 40],
  Restaurants: [8, 18],
  Clinics: [12, 30],
};

const NEXT_STEPS: readonly string[] = [
  'Demo with finance',
  'Send an offer',
  'Call with the owner',
  'Trial with one site',
  'Talk to their accountant',
];

const LOST_BECAUSE: readonly string[] = [
  'Stays with spreadsheets for now',
  'Chose a cheaper tool',
  'Project stopped by the owner',
];

const NOTES: Record<string, readonly string[]> = {
  not_our_market: ['One site only', 'Outside of Europe', 'Two rooms and a café', 'Sole trader'],
  no_budget: ['Budget is spent for this year', 'Expected something for free'],
  no_need: ['Their bank does it for them', 'Wanted the slides'],
  wrong_person: ['Works in housekeeping, knows who decides', 'Trainee; the controller is back in January'],
  competitor_or_student: ['Writes a thesis', 'Works for a competitor'],
  other: ['Wants to resell us'],
};
