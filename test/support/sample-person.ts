import type { PersonId } from '../../src/domain/team/actor.ts';
import type { Person } from '../../src/domain/team/person.ts';
import type { Settings } from '../../src/domain/team/settings.ts';
import type { Profile } from '../../src/store/team/person.ts';
import { BERLIN, SETTINGS } from './sample-lead.ts';

/** Of the emulator's sample workspace. */
export const TEAM = 'T_SAMPLE';

/** What Slack says of a member. */
export function sampleProfile(id: PersonId, changes: Partial<Profile> = {}): Profile {
  return {
    id,
    name: id.slice(2).toLowerCase(),
    timezone: null,
    isBot: false,
    isActive: true,
    account: 'member',
    team: TEAM,
    enterprise: null,
    ...changes,
  };
}

/** Somebody in Berlin with the team's hours, at work. */
export function samplePerson(id: PersonId, changes: Partial<Person> = {}): Person {
  return {
    id,
    name: id.slice(2).toLowerCase(),
    timezone: BERLIN,
    isActive: true,
    isBot: false,
    account: 'member',
    team: TEAM,
    enterprise: null,
    hours: null,
    nextHours: null,
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
