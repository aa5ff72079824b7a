import type { JsonObject } from '../json.ts';
import type { SeedUserGroup } from '../workspace/seed.ts';

/** As docs.slack.dev/reference/methods/usergroups.list shows one: `users` only where they are asked for. */
export function userGroupJson(
  { id, handle, name, users, isDisabled = false }: SeedUserGroup,
  teamId: string,
  { withUsers }: { withUsers: boolean },
): JsonObject {
  return {
    id,
    team_id: teamId,
    is_usergroup: true,
    name,
    description: '',
    handle,
    is_external: false,
    date_create: 1_700_000_000,
    date_update: 1_700_000_000,
    date_delete: isDisabled ? 1_700_000_001 : 0,
    auto_type: null,
    prefs: { channels: [], groups: [] },
    ...(withUsers ? { users: [...users] } : {}),
  };
}
