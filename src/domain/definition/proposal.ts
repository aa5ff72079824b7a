/**
 * A proposal for the definition of "qualified": it waits for one signature of marketing and one of sales, and counts from the second on
 * (team/signing). The proposer may sign for their own side. A newer proposal takes the place of one that is not signed yet; what counts
 * stays until then.
 *
 * Shown by slack/views/definition/definition-post, stored by store/definition/proposal.
 */
import type { FieldProblem } from '../../errors.ts';
import { fieldProblem, readThen, refuse, refuseFields } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import { choiceProblems } from '../team/choose-people.ts';
import type { Settings } from '../team/settings.ts';
import {
  assertMayPropose,
  type BySide,
  type Roles,
  SIDES,
  type Side,
  type Signed,
  sidesOf,
  withSignature,
} from '../team/signing.ts';
import { readCriteria } from './criteria.ts';
import type { Criterion, Definition } from './definition.ts';

export interface Proposal extends Signed {
  version: number;
  criteria: Criterion[];
  asked: BySide;
  /** Where it was announced. */
  channel: string;
}

export interface ProposalDraft {
  person: PersonId;
  /** One criterion a line. */
  criteria: string;
  asked: BySide;
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
    end: null,
    channel,
  };
}

export function sign(proposal: Proposal, person: PersonId, settings: Roles, now: number): Proposal {
  return withSignature(proposal, { person, now }, settings);
}

function assertAsked(settings: Settings, asked: BySide): void {
  const problems = SIDES.flatMap((side) => askedProblems(side, asked, settings));
  if (problems.length > 0) throw refuseFields(problems);
}

/** At most one: there is one line beside a field. */
function askedProblems(side: Side, asked: BySide, settings: Settings): FieldProblem[] {
  const person = asked[side];
  if (person === null) return [];
  const [unfit] = choiceProblems({ field: side, people: [person], membersOnly: true }, settings);
  if (unfit) return [unfit];
  if (!sidesOf(settings, person).includes(side)) return [fieldProblem(side, 'cannot_sign_for', { side })];
  const isForBoth = side === 'sales' && asked.marketing === person;
  return isForBoth ? [fieldProblem('sales', 'one_for_both_sides')] : [];
}
