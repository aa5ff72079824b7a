/** From hand to hand: assign a lead that nobody has, hand over one that somebody has, look at one again, leave one in peace for a while. */
import { refuse, refuseField } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import { DAY } from '../time/duration.ts';
import { assertWorkable, type By } from './claim.ts';
import { isSnoozed, type Lead } from './lead.ts';
import type { Move } from './lead-event.ts';
import { movedOn } from './refusals.ts';

interface To {
  person: PersonId;
  note: string | null;
}

/** Anybody may give a new lead to somebody, who hears of it with the note. It is theirs, and not claimed until they say so. */
export function assign(lead: Lead, by: By, to: To, now: number): Move {
  if (lead.state !== 'new') throw movedOn(lead);
  return {
    lead: { ...lead, state: 'claimed', owner: to.person, claimedAt: null, snoozedUntil: null },
    event: {
      kind: 'assigned',
      at: now,
      actor: by.person,
      data: { to: to.person, note: to.note, turn: null },
    },
  };
}

export function handOver(lead: Lead, by: By, to: To, now: number): Move {
  assertWorkable(lead, by, { states: ['claimed', 'qualified'], what: 'hand_over' });
  if (lead.owner === to.person) throw refuseField('person', 'lead_theirs_already');
  return {
    lead: { ...lead, owner: to.person, snoozedUntil: null },
    event: {
      kind: 'handed_over',
      at: now,
      actor: by.person,
      data: { from: lead.owner, to: to.person, note: to.note },
    },
  };
}

const LONGEST_SNOOZE_DAYS = 90;

/** Nobody is nagged about it before `until` (epoch ms); its due times stay. */
export function snooze(lead: Lead, by: By, until: number, now: number): Move {
  assertMaySnooze(lead, by);
  if (until <= now) throw refuseField('date', 'day_not_later');
  if (until > now + LONGEST_SNOOZE_DAYS * DAY)
    throw refuseField('date', 'snooze_too_long', { most: LONGEST_SNOOZE_DAYS });
  return {
    lead: { ...lead, snoozedUntil: until },
    event: { kind: 'snoozed', at: now, actor: by.person, data: { until } },
  };
}

/** Its owner or a manager: who passes by silences nothing that others wait for. */
export function assertMaySnooze(lead: Lead, by: By): void {
  assertWorkable(lead, by, { states: ['new', 'claimed', 'qualified'], what: 'snooze' });
  if (lead.owner === null && !by.isManager) throw refuse('snooze_unclaimed');
}

/** Reminders go on at once, for the same people who may snooze it. */
export function wakeNow(lead: Lead, by: By, now: number): Move {
  assertMaySnooze(lead, by);
  if (!isSnoozed(lead, now)) throw refuse('lead_not_snoozed');
  return {
    lead: { ...lead, snoozedUntil: null },
    event: { kind: 'woken', at: now, actor: by.person, data: {} },
  };
}

/** A verdict is looked at again: the lead goes back to whoever gave it, or to the channel where nobody is known. */
export function reopen(lead: Lead, by: By, now: number): Move {
  assertWorkable(lead, by, { states: ['rejected', 'resting', 'returned', 'lost'], what: 'reopen' });
  const state = lead.state === 'lost' ? 'qualified' : lead.owner ? 'claimed' : 'new';
  return {
    lead: {
      ...lead,
      state,
      claimedAt: state === 'claimed' ? now : lead.claimedAt,
      ...(state === 'qualified' ? {} : { ...NO_VERDICT, openSince: now }),
      closedAt: null,
      restsUntil: null,
      snoozedUntil: null,
    },
    event: { kind: 'reopened', at: now, actor: by.person, data: {} },
  };
}

export const NO_VERDICT = {
  contactedAt: null,
  verdictAt: null,
  verdictBy: null,
  verdictNote: null,
  rejection: null,
  qualification: null,
} as const;
