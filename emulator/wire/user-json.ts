import type { JsonObject } from '../json.ts';
import type { Person } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * A person as users.info shows them; the address only to apps that may read it. Of people of another company it says less: no zone, no
 * role (docs.slack.dev/apis/slack-connect, external members). `enterprise_user` is there in an organisation of several workspaces.
 */
export function userJson(person: Person, team: Team, withEmail: boolean): JsonObject {
  const email = withEmail && person.email !== undefined ? { email: person.email } : {};
  const profile = {
    real_name: person.realName,
    display_name: person.name,
    title: person.title,
    team: person.team?.id ?? team.id,
    ...email,
    ...(person.botId === undefined ? {} : { bot_id: person.botId }),
  };
  return {
    id: person.id,
    team_id: person.team?.id ?? team.id,
    name: person.name,
    real_name: person.realName,
    deleted: person.isDeleted,
    is_bot: person.isBot,
    is_app_user: false,
    ...(isOfAnotherCompany(person, team) ? { is_stranger: person.isStranger ?? false } : roleOf(person)),
    ...enterpriseOf(person, team),
    profile,
    updated: 0,
  };
}

type Team = Workspace['team'];

function isOfAnotherCompany({ team: own }: Person, team: Team): boolean {
  if (own === undefined || own.id === team.id) return false;
  return own.enterpriseId === undefined || own.enterpriseId !== team.enterprise?.id;
}

function roleOf({ guest, timezone }: Person): JsonObject {
  return {
    is_admin: false,
    is_owner: false,
    is_restricted: guest !== undefined,
    is_ultra_restricted: guest === 'single_channel',
    is_email_confirmed: true,
    ...zoneOf(timezone),
  };
}

function enterpriseOf({ id, team: own }: Person, team: Team): JsonObject {
  const enterpriseId = own === undefined ? team.enterprise?.id : own.enterpriseId;
  if (enterpriseId === undefined) return {};
  return { enterprise_user: { id, enterprise_id: enterpriseId, teams: [own?.id ?? team.id] } };
}

function zoneOf(timezone: string | undefined): JsonObject {
  return timezone === undefined ? {} : { tz: timezone, tz_label: timezone };
}
