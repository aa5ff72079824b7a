/** Who is asked about rejects: whoever has the campaign, then its source, then somebody of marketing who is there, then a manager. */
import type { PersonId } from '../team/actor.ts';
import { unfitness } from '../team/choose-people.ts';
import { isAtWork, isOnLeave, living } from '../team/person.ts';
import type { Settings } from '../team/settings.ts';

/** `owners`: of the campaign, then of the source. Null: nobody is left. */
export function whoAnswers(
  owners: readonly (PersonId | null)[],
  settings: Settings,
  now: number,
): PersonId | null {
  const mayAct = (people: readonly PersonId[]) =>
    living(people, settings).filter((id) => unfitness(id, settings) === null);
  const [owner] = mayAct(owners.filter((id) => id !== null));
  const marketers = mayAct(settings.marketers);
  const [manager] = mayAct(settings.managers);
  return (
    owner ??
    marketers.find((id) => isAtWork(id, settings, now)) ??
    marketers.find((id) => !isOnLeave(id, settings, now)) ??
    marketers[0] ??
    manager ??
    null
  );
}
