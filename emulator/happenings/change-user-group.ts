import type { JsonObject } from '../json.ts';
import type { Slack } from '../slack.ts';
import { userGroupJson } from '../wire/usergroup-json.ts';
import type { SeedUserGroup } from '../workspace/seed.ts';

/**
 * A new group, other members, another name, disabled or enabled again. Slack tells with the members (docs: events/subteam_updated), and of a group
 * that was there who has come and gone as well (docs: events/subteam_members_changed).
 */
export function changeUserGroup(slack: Slack, group: SeedUserGroup): void {
  const { userGroups, team } = slack.workspace;
  const at = userGroups.findIndex(({ id }) => id === group.id);
  const before = userGroups[at];
  if (before) userGroups[at] = group;
  else userGroups.push(group);
  const subteam = userGroupJson(group, team.id, { withUsers: true });
  publish(slack, { type: 'subteam_updated', subteam });
  if (before) tellMembers(slack, before, group);
}

function tellMembers(slack: Slack, before: SeedUserGroup, after: SeedUserGroup): void {
  const added = after.users.filter((id) => !before.users.includes(id));
  const removed = before.users.filter((id) => !after.users.includes(id));
  if (added.length + removed.length === 0) return;
  const { date_update, team_id } = userGroupJson(after, slack.workspace.team.id, { withUsers: false });
  publish(slack, {
    type: 'subteam_members_changed',
    ...{ subteam_id: after.id, team_id: team_id ?? null },
    ...{ date_previous_update: date_update ?? null, date_update: date_update ?? null },
    ...{ added_users: added, added_users_count: added.length },
    ...{ removed_users: removed, removed_users_count: removed.length },
  });
}

function publish({ events, workspace }: Slack, event: JsonObject & { type: string }): void {
  events.publish(event.type, { ...event, event_ts: workspace.newTs() });
}
