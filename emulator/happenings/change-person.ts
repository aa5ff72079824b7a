import type { Slack } from '../slack.ts';
import { userJson } from '../wire/user-json.ts';
import type { Person } from '../workspace/people.ts';
import type { SeedUser } from '../workspace/seed.ts';

/** A new title, zone or address, or a deactivation; null where there is no such person. */
export function changePerson(slack: Slack, id: string, change: Partial<Omit<Person, 'id'>>): Person | null {
  const person = slack.workspace.people.change(id, change);
  if (person === undefined) return null;
  tell(slack, 'user_change', person);
  return person;
}

export function addPerson(slack: Slack, user: SeedUser): Person {
  const person = slack.workspace.people.add(user);
  tell(slack, 'team_join', person);
  return person;
}

function tell(slack: Slack, type: 'user_change' | 'team_join', person: Person): void {
  slack.changes.announce({ kind: 'workspace' });
  const { app, team } = slack.workspace;
  const user = userJson(person, team, app.scopes.includes('users:read.email'));
  slack.events.publish(type, { type, user, event_ts: slack.workspace.newTs() });
}
