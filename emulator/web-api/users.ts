import type { JsonObject } from '../json.ts';
import { userJson } from '../wire/user-json.ts';
import { userGroupJson } from '../wire/usergroup-json.ts';
import type { Person } from '../workspace/people.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { pageOf } from './paging.ts';
import { SlackError } from './slack-error.ts';

export const userMethods: Methods = {
  'users.info': botMethod(info, { perMinute: TIER.four, scopes: ['users:read'] }),
  'users.list': botMethod(list, { perMinute: TIER.two, scopes: ['users:read'] }),
  'users.lookupByEmail': botMethod(byEmail, { perMinute: TIER.three, scopes: ['users:read.email'] }),
  'usergroups.list': botMethod(groups, { perMinute: TIER.two, scopes: ['usergroups:read'] }),
  'usergroups.users.list': botMethod(groupMembers, { perMinute: TIER.two, scopes: ['usergroups:read'] }),
};

function info(call: Call): JsonObject {
  const person = call.slack.workspace.people.find(call.args.required('user'));
  if (person === undefined) throw new SlackError('user_not_found');
  if (person.isHidden) throw new SlackError('user_not_visible');
  return { user: asJson(call, person) };
}

function list(call: Call): JsonObject {
  const page = pageOf(call.slack.workspace.people.all(), call.args);
  return {
    members: page.items.map((person) => asJson(call, person)),
    cache_ts: Math.floor(call.slack.clock.now() / 1000),
    response_metadata: page.response_metadata,
  };
}

/** Deactivated people are not found by address. */
function byEmail(call: Call): JsonObject {
  const email = call.args.required('email').toLowerCase();
  const everybody = call.slack.workspace.people.all();
  const person = everybody.find((one) => one.email?.toLowerCase() === email && !one.isDeleted);
  if (person === undefined) throw new SlackError('users_not_found');
  return { user: asJson(call, person) };
}

function groups({ slack, args }: Call): JsonObject {
  const withUsers = args.flag('include_users');
  const withDisabled = args.flag('include_disabled');
  const { team, userGroups } = slack.workspace;
  const shown = userGroups.filter(({ isDisabled }) => withDisabled || !isDisabled);
  return { usergroups: shown.map((group) => userGroupJson(group, team.id, { withUsers })) };
}

function groupMembers({ slack, args }: Call): JsonObject {
  const id = args.required('usergroup');
  const group = slack.workspace.userGroups.find((one) => one.id === id);
  if (group === undefined) throw new SlackError('no_such_subteam');
  return { users: group.users };
}

function asJson({ slack }: Call, person: Person): JsonObject {
  const { team, app } = slack.workspace;
  return userJson(person, team, app.scopes.includes('users:read.email'));
}
