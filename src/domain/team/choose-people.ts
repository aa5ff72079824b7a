/**
 * Whom something may be given to: a lead, a turn, a question, an office. The rule of identity for who is chosen rather than who acts, said
 * beside the field. It judges by what is known; who is chosen in a form is asked of Slack before (usecases/team/meet-people).
 *
 * A member who is not in the leads channel may own a lead all the same: direct message and Home hold all that an owner needs.
 */
import type { FieldProblem } from '../../errors.ts';
import { fieldProblem, refuseFields } from '../refusals.ts';
import type { PersonId } from './actor.ts';
import { type Admitted, type Exclusion, exclusionOf, NOBODY_ADMITTED, type Workspace } from './identity.ts';
import type { People } from './person.ts';

/** As much of the settings as the rule asks for. */
export interface Acquainted {
  workspace: Workspace | null;
  admitted: Admitted;
  people?: People;
}

interface Choice {
  /** Of the form. */
  field: string;
  people: readonly PersonId[];
  /** It is for members alone: whom the settings let in otherwise is not let in here. */
  membersOnly?: boolean;
}

/** Null: nothing that is known speaks against it. */
export function unfitness(id: PersonId, team: Acquainted, membersOnly = false): Exclusion | null {
  const person = team.people?.get(id);
  if (!person || person.account === null || team.workspace === null) return null;
  const admitted = membersOnly ? NOBODY_ADMITTED : team.admitted;
  return exclusionOf(person, { workspace: team.workspace, admitted });
}

/** At most one: there is one line beside a field. */
export function choiceProblems(
  { field, people, membersOnly = false }: Choice,
  team: Acquainted,
): FieldProblem[] {
  for (const id of people) {
    const why = unfitness(id, team, membersOnly);
    const name = team.people?.get(id)?.name ?? null;
    if (why) return [fieldProblem(field, 'cannot_be_chosen', { person: id, name, why, membersOnly })];
  }
  return [];
}

export function assertMayBeChosen(choice: Choice, team: Acquainted): void {
  const problems = choiceProblems(choice, team);
  if (problems.length > 0) throw refuseFields(problems);
}
