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
    real_name_normalized: person.realName,
    display_name: person.name,
    display_name_normalized: person.name,
    title: person.title,
    phone: '',
    skype: '',
    status_text: '',
    status_emoji: '',
    status_expiration: 0,
    avatar_hash: '',
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
    color: '9f69e7',
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
    is_primary_owner: false,
    is_restricted: guest !== undefined,
    is_ultra_restricted: guest === 'single_channel',
    is_email_confirmed: true,
    who_can_share_contact_card: 'EVERYONE',
    ...zoneOf(timezone),
  };
}

function enterpriseOf({ id, team: own }: Person, team: Team): JsonObject {
  const enterpriseId = own === undefined ? team.enterprise?.id : own.enterpriseId;
  if (enterpriseId === undefined) return {};
  const teams = [own?.id ?? team.id];
  const name = enterpriseId === team.enterprise?.id ? { enterprise_name: team.enterprise.name } : {};
  const roles = { is_admin: false, is_owner: false, is_primary_owner: false };
  return {
    enterprise_user: { id, enterprise_id: enterpriseId, ...name, ...roles, teams },
    ...{ enterprise_id: enterpriseId, ...name, teams },
  };
}

function zoneOf(timezone: string | undefined): JsonObject {
  if (timezone === undefined) return {};
  return { tz: timezone, tz_label: timezone, tz_offset: offsetOf(timezone) };
}

/** In seconds, as it is in January: whoever wants to be exact reads the zone. */
function offsetOf(timeZone: string): number {
  const day = new Date(Date.UTC(2026, 0, 1));
  const there = new Date(`${day.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`);
  return (there.getTime() - day.getTime()) / 1000;
}
