import type { PersonId } from '../../src/domain/team/actor.ts';
import type { Person } from '../../src/domain/team/person.ts';
import type { Settings } from '../../src/domain/team/settings.ts';
import { BERLIN, SETTINGS } from './sample-lead.ts';

/** Somebody in Berlin with the team's hours, at work. */
export function samplePerson(id: PersonId, changes: Partial<Person> = {}): Person {
  return {
    id,
    name: id.slice(2).toLowerCase(),
    timezone: BERLIN,
    isActive: true,
    isBot: false,
    hours: null,
    region: null,
    leave: [],
    movedAt: null,
    ...changes,
  };
}

/** The sample settings, with these people known. */
export function teamOf(...people: Person[]): Settings {
  return { ...SETTINGS, people: new Map(people.map((person) => [person.id, person])) };
}
