import type { Slack } from '../slack.ts';
import { userGroupJson } from '../wire/usergroup-json.ts';
import type { SeedUserGroup } from '../workspace/seed.ts';

/** A new group, other members, another name, disabled or enabled again. Slack tells with the members (docs: events/subteam_updated). */
export function changeUserGroup(slack: Slack, group: SeedUserGroup): void {
  const { userGroups, team } = slack.workspace;
  const at = userGroups.findIndex(({ id }) => id === group.id);
  if (at === -1) userGroups.push(group);
  else userGroups[at] = group;
  const subteam = userGroupJson(group, team.id, { withUsers: true });
  slack.events.publish('subteam_updated', {
    type: 'subteam_updated',
    subteam,
    event_ts: slack.workspace.newTs(),
  });
}
