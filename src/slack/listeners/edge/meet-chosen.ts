/** Whoever is chosen in a form is known before its use case judges them: all pickers of all forms pass here. */
import { fieldProblem, refuseFields } from '../../../domain/refusals.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { meetPeople } from '../../../usecases/team/meet-people.ts';
import { ChosenPerson } from './checked.ts';
import { everybodyChosen, type FormValues } from './form-values.ts';
import type { ListenerDeps } from './listen.ts';

/** No form takes more; who chooses more is told so without a question to Slack. */
const MOST_CHOSEN = 100;

/** Refuses, beside its field, who is not known and cannot be asked about. */
export async function meetChosen({ ctx, people }: ListenerDeps, values: FormValues): Promise<void> {
  const chosen = everybodyChosen(values).filter(({ person }) => ChosenPerson.safeParse(person).success);
  const ids = [...new Set(chosen.map(({ person }) => person as PersonId))];
  if (ids.length > MOST_CHOSEN) return;
  const unsure = await meetPeople(ctx, people, ids);
  const problems = unsure.map((person) => {
    const field = chosen.find((each) => each.person === person)?.block ?? '';
    return fieldProblem(field, 'cannot_be_chosen', {
      person,
      name: null,
      why: 'unknown',
      membersOnly: false,
    });
  });
  if (problems.length > 0) throw refuseFields(problems);
}
