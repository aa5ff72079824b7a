import type { PersonId } from '../../src/domain/team/actor.ts';
import type { Offices } from '../../src/domain/team/office.ts';
import { MIA } from './people.ts';

/** Named one by one. */
export function officesOf(managers: PersonId[], marketers: PersonId[] = [MIA]): Offices {
  return { managers: { people: managers, groups: [] }, marketers: { people: marketers, groups: [] } };
}
