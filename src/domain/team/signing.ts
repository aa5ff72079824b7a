/**
 * What counts only once one person of each side has signed: a goal, the definition of "qualified", the plan.
 *
 * Managers and marketers propose. A marketer signs for marketing, anybody else for sales; nobody for both. Where a side was asked by name,
 * only that person signs for it. Whoever could sign may decline instead, with a reason; who has proposed may withdraw. What has ended stays
 * in the history.
 */
import { AppError } from '../../errors.ts';
import { refuse, refuseField } from '../refusals.ts';
import type { PersonId } from './actor.ts';
import { isManager, isMarketer, type Settings } from './settings.ts';

export const SIDES = ['marketing', 'sales'] as const;
export type Side = (typeof SIDES)[number];

export type BySide = Record<Side, PersonId | null>;

export type Roles = Pick<Settings, 'managers' | 'marketers'>;

export const SIGNED_ENDS = ['declined', 'withdrawn', 'replaced'] as const;

export interface SignedEnd {
  how: (typeof SIGNED_ENDS)[number];
  /** Null: a newer one took its place. */
  by: PersonId | null;
  /** Epoch ms. */
  at: number;
  /** Of what was declined. */
  reason: string | null;
}

export interface Signed {
  proposedBy: PersonId;
  /** Epoch ms. */
  proposedAt: number;
  signatures: BySide;
  /** Who is to sign; null or left out: anybody of that side. */
  asked?: BySide;
  /** Since when it counts, epoch ms. */
  signedAt: number | null;
  /** Null while it waits or counts. */
  end: SignedEnd | null;
}

/** By whom and when. */
export interface Deed {
  person: PersonId;
  now: number;
}

export function mayPropose(settings: Roles, person: PersonId): boolean {
  return isManager(settings, person) || isMarketer(settings, person);
}

export function assertMayPropose(settings: Roles, person: PersonId): void {
  if (!mayPropose(settings, person)) throw refuse('proposers_only');
}

/** For whom this person may speak: with no marketers named, for either. */
export function sidesOf(settings: Roles, person: PersonId): readonly Side[] {
  if (settings.marketers.length === 0) return SIDES;
  return settings.marketers.includes(person) ? ['marketing'] : ['sales'];
}

/** As it is proposed: who proposes has signed for their side. */
export function proposedBy({ person, now }: Deed, settings: Roles): Omit<Signed, 'asked'> {
  assertMayPropose(settings, person);
  const [side = 'sales'] = sidesOf(settings, person);
  const signatures = { marketing: null, sales: null, [side]: person };
  return { proposedBy: person, proposedAt: now, signatures, signedAt: null, end: null };
}

export function isOpen({ signedAt, end }: Pick<Signed, 'signedAt' | 'end'>): boolean {
  return signedAt === null && end === null;
}

/** The side that still has to sign, where one has; null: neither has, or both have. */
export function sideWaitedFor({ signatures }: Pick<Signed, 'signatures'>): Side | null {
  const missing = SIDES.filter((side) => signatures[side] === null);
  return missing.length === 1 ? (missing[0] ?? null) : null;
}

export function withSignature<T extends Signed>(thing: T, { person, now }: Deed, settings: Roles): T {
  assertOpen(thing);
  const side = sideToSign(thing, person, settings);
  const signatures = { ...thing.signatures, [side]: person };
  const isComplete = SIDES.every((each) => signatures[each] !== null);
  return { ...thing, signatures, signedAt: isComplete ? now : null };
}

/** By whoever could sign it. */
export function declined<T extends Signed>(
  thing: T,
  { person, now, reason }: Deed & { reason: string | null },
  settings: Roles,
): T {
  assertOpen(thing);
  sideToSign(thing, person, settings);
  const said = reason?.trim();
  if (!said) throw refuseField('reason', 'decline_reason_needed');
  return { ...thing, end: { how: 'declined', by: person, at: now, reason: said } };
}

export function withdrawn<T extends Signed>(thing: T, { person, now }: Deed): T {
  assertOpen(thing);
  if (thing.proposedBy !== person) throw refuse('proposal_not_yours', { by: thing.proposedBy });
  return { ...thing, end: { how: 'withdrawn', by: person, at: now, reason: null } };
}

export function replaced<T extends Signed>(thing: T, now: number): T {
  return { ...thing, end: { how: 'replaced', by: null, at: now, reason: null } };
}

export function maySign(thing: Signed, person: PersonId, settings: Roles): boolean {
  try {
    withSignature(thing, { person, now: 0 }, settings);
    return true;
  } catch (refusal) {
    if (refusal instanceof AppError) return false;
    throw refusal;
  }
}

/** Whether this person could sign now, and is somebody who decides on it or was asked by name. */
export function waitsForSignature(thing: Signed, person: PersonId, settings: Roles): boolean {
  const isAsked = SIDES.some((side) => thing.asked?.[side] === person);
  if (!isAsked && !settings.managers.includes(person) && !settings.marketers.includes(person)) return false;
  return maySign(thing, person, settings);
}

function assertOpen({ signedAt, end }: Signed): void {
  if (end) throw refuse('proposal_ended', { how: end.how, by: end.by });
  if (signedAt !== null) throw refuse('proposal_counts');
}

function sideToSign({ signatures, asked = NOBODY }: Signed, person: PersonId, settings: Roles): Side {
  if (SIDES.some((side) => signatures[side] === person)) throw refuse('signed_already');
  const own = sidesOf(settings, person).filter((side) => signatures[side] === null);
  const [first] = own;
  if (first === undefined) {
    const side = sidesOf(settings, person)[0] ?? 'sales';
    throw refuse('side_signed_already', { by: signatures[side], side });
  }
  const side = own.find((each) => asked[each] === person) ?? own.find((each) => asked[each] === null);
  if (side) return side;
  throw refuse('other_asked_to_sign', { person: asked[first], side: first });
}

const NOBODY: BySide = { marketing: null, sales: null };
