import type { JsonObject } from '../json.ts';
import type { Person } from '../workspace/people.ts';

/** A person as users.info shows them; the address only to apps that may read it. */
export function userJson(person: Person, team: { id: string }, withEmail: boolean): JsonObject {
  const email = withEmail && person.email !== undefined ? { email: person.email } : {};
  const profile = {
    real_name: person.realName,
    display_name: person.name,
    title: person.title,
    team: team.id,
    ...email,
    ...(person.botId === undefined ? {} : { bot_id: person.botId }),
  };
  return {
    id: person.id,
    team_id: team.id,
    name: person.name,
    real_name: person.realName,
    deleted: person.isDeleted,
    is_bot: person.isBot,
    is_app_user: false,
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_email_confirmed: true,
    ...zoneOf(person.timezone),
    profile,
    updated: 0,
  };
}

function zoneOf(timezone: string | undefined): JsonObject {
  return timezone === undefined ? {} : { tz: timezone, tz_label: timezone };
}
