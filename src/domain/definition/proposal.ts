/**
 * A proposal for the definition of "qualified": it waits for one signature of marketing and one of sales, and counts from the second on.
 *
 * Managers and marketers propose. A marketer signs for marketing, anybody else for sales; the proposer may sign for their own side,
 * nobody for both. Where a side was asked by name, only that person signs for it. A newer proposal takes the place of one that
 * is not signed yet; what counts stays until then.
 *
 * Shown by slack/views/definition/definition-post, stored by store/definition/proposal.
 */
import { AppError, type FieldProblem } from '../../errors.ts';
import { fieldProblem, readThen, refuse, refuseFields } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import { choiceProblems } from '../team/choose-people.ts';
import { isManager, isMarketer, type Settings } from '../team/settings.ts';
import { readCriteria } from './criteria.ts';
import type { Criterion, Definition } from './definition.ts';

export const SIDES = ['marketing', 'sales'] as const;
export type Side = (typeof SIDES)[number];

type Roles = Pick<Settings, 'managers' | 'marketers'>;

export interface Proposal {
  version: number;
  criteria: Criterion[];
  proposedBy: PersonId;
  proposedAt: number;
  /** Who is to sign; null: anybody of that side. */
  asked: Record<Side, PersonId | null>;
  signatures: Record<Side, PersonId | null>;
  /** Since when it counts. */
  signedAt: number | null;
  replacedAt: number | null;
  /** Where it was announced. */
  channel: string;
}

export interface ProposalDraft {
  person: PersonId;
  /** One criterion a line. */
  criteria: string;
  asked: Record<Side, PersonId | null>;
}

interface Standing {
  settings: Settings;
  /** What counts now. */
  current: Definition;
  /** The highest version so far, signed or not. */
  lastVersion: number;
  now: number;
}

export function propose(draft: ProposalDraft, { settings, current, lastVersion, now }: Standing): Proposal {
  assertMayPropose(settings, draft.person);
  const criteria = readThen(
    () => assertAsked(settings, draft.asked),
    () => readCriteria(draft.criteria, current.criteria),
  );
  const channel = settings.scorecardChannel ?? settings.leadsChannel;
  if (channel === null) throw refuse('proposal_channel_needed');
  return {
    version: lastVersion + 1,
    criteria,
    proposedBy: draft.person,
    proposedAt: now,
    asked: draft.asked,
    signatures: { marketing: null, sales: null },
    signedAt: null,
    replacedAt: null,
    channel,
  };
}

export function mayPropose(settings: Roles, person: PersonId): boolean {
  return isManager(settings, person) || isMarketer(settings, person);
}

export function assertMayPropose(settings: Roles, person: PersonId): void {
  if (!mayPropose(settings, person)) throw refuse('proposers_only');
}

export function sign(proposal: Proposal, person: PersonId, settings: Roles, now: number): Proposal {
  assertOpen(proposal);
  const side = sideToSign(proposal, person, settings);
  const signatures = { ...proposal.signatures, [side]: person };
  const isComplete = SIDES.every((each) => signatures[each] !== null);
  return { ...proposal, signatures, signedAt: isComplete ? now : null };
}

/** Whether this person could sign now, and is somebody who decides on it or was asked by name. */
export function waitsForSignature(proposal: Proposal, person: PersonId, settings: Roles): boolean {
  const isAsked = SIDES.some((side) => proposal.asked[side] === person);
  if (!isAsked && !settings.managers.includes(person) && !settings.marketers.includes(person)) return false;
  try {
    sign(proposal, person, settings, 0);
    return true;
  } catch (refusal) {
    if (refusal instanceof AppError) return false;
    throw refusal;
  }
}

/** For whom this person may speak: with no marketers named, for either. */
function sidesOf(settings: Roles, person: PersonId): readonly Side[] {
  if (settings.marketers.length === 0) return SIDES;
  return settings.marketers.includes(person) ? ['marketing'] : ['sales'];
}

function assertOpen({ version, signedAt, replacedAt }: Proposal): void {
  if (replacedAt !== null) throw refuse('proposal_replaced', { version });
  if (signedAt !== null) throw refuse('proposal_signed', { version });
}

function sideToSign({ signatures, asked }: Proposal, person: PersonId, settings: Roles): Side {
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

function assertAsked(settings: Settings, asked: Record<Side, PersonId | null>): void {
  const problems = SIDES.flatMap((side) => askedProblems(side, asked, settings));
  if (problems.length > 0) throw refuseFields(problems);
}

/** At most one: there is one line beside a field. */
function askedProblems(side: Side, asked: Record<Side, PersonId | null>, settings: Settings): FieldProblem[] {
  const person = asked[side];
  if (person === null) return [];
  const [unfit] = choiceProblems({ field: side, people: [person], membersOnly: true }, settings);
  if (unfit) return [unfit];
  if (!sidesOf(settings, person).includes(side)) return [fieldProblem(side, 'cannot_sign_for', { side })];
  const isForBoth = side === 'sales' && asked.marketing === person;
  return isForBoth ? [fieldProblem('sales', 'one_for_both_sides')] : [];
}
