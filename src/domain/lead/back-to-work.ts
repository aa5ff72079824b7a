/** Leads that come back: from their rest on the day, from marketing once mended. */
import type { Actor } from '../team/actor.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { NO_VERDICT } from './assign.ts';
import type { Lead } from './lead.ts';
import { MENDABLE, type MendableField, type Move, type ReleasedWhy } from './lead-event.ts';
import { movedOn } from './refusals.ts';

/** Back on its day: to its owner where the reason promised that and they are here, otherwise to the channel as new. The promises run from now. */
export function wake(lead: Lead, { toOwner, now }: { toOwner: boolean; now: number }): Move {
  if (lead.state !== 'resting') throw movedOn(lead);
  const goesToOwner = toOwner && lead.owner !== null;
  return {
    lead: {
      ...lead,
      ...NO_VERDICT,
      state: goesToOwner ? 'claimed' : 'new',
      owner: goesToOwner ? lead.owner : null,
      claimedAt: goesToOwner ? now : null,
      snoozedUntil: null,
      openSince: now,
      restsUntil: null,
    },
    event: {
      kind: 'came_off_rest',
      at: now,
      actor: 'tango',
      data: { to: goesToOwner ? lead.owner : null, reason: lead.rejection?.reason ?? null },
    },
  };
}

interface Release {
  why: ReleasedWhy;
  /** How long its owner had it. */
  waited: WorkingTime | null;
}

/** Tango gives it back to the channel for an owner who is silent, or whose account is deactivated. */
export function releaseByTango(lead: Lead, { why, waited }: Release, now: number): Move {
  if (lead.state !== 'claimed') throw movedOn(lead);
  return {
    lead: { ...lead, state: 'new', owner: null, claimedAt: null, contactedAt: null, snoozedUntil: null },
    event: { kind: 'released', at: now, actor: 'tango', data: { from: lead.owner, why, waited } },
  };
}

export type Mended = Partial<Pick<Lead, MendableField>>;

/** Mended by marketing: it comes back as new, for whoever is there. */
export function mend(lead: Lead, actor: Actor, mended: Mended, now: number): Move {
  if (lead.state !== 'returned') throw movedOn(lead);
  const fields = MENDABLE.filter((field) => field in mended && mended[field] !== lead[field]);
  return {
    lead: {
      ...lead,
      ...mended,
      ...NO_VERDICT,
      state: 'new',
      owner: null,
      claimedAt: null,
      snoozedUntil: null,
      openSince: now,
    },
    event: {
      kind: 'mended',
      at: now,
      actor,
      data: {
        fields,
        reason: lead.rejection?.reason ?? null,
        was: Object.fromEntries(fields.map((field) => [field, lead[field]])),
      },
    },
  };
}
