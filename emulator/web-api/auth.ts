import type { JsonObject } from '../json.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { SlackError } from './slack-error.ts';

export const authMethods: Methods = {
  'auth.test': botMethod(testAuth, { perMinute: 600 }),
  'apps.connections.open': { run: openConnection, token: 'app', scopes: [], perMinute: 60 },
  'team.info': botMethod(describeTeam, { perMinute: TIER.three }),
  'bots.info': botMethod(describeBot, { perMinute: TIER.three, scopes: ['users:read'] }),
};

function testAuth({ slack }: Call): JsonObject {
  const { team, app } = slack.workspace;
  return {
    url: slack.baseUrl(),
    team: team.name,
    user: app.name.toLowerCase(),
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    ...(team.enterprise === undefined ? {} : { enterprise_id: team.enterprise.id }),
    is_enterprise_install: false,
  };
}

function openConnection({ slack }: Call): JsonObject {
  if (slack.socketUrl === undefined) throw new SlackError('socket_mode_not_enabled');
  return { url: slack.socketUrl() };
}

function describeTeam({ slack }: Call): JsonObject {
  const { id, name, domain, enterprise } = slack.workspace.team;
  const whole =
    enterprise === undefined ? {} : { enterprise_id: enterprise.id, enterprise_name: enterprise.name };
  return { team: { id, name, domain, ...whole } };
}

function describeBot({ slack, args }: Call): JsonObject {
  const { app } = slack.workspace;
  if (args.required('bot') !== app.botId) throw new SlackError('bot_not_found');
  const bot = { id: app.botId, app_id: app.id, user_id: app.botUserId, name: app.name, deleted: false };
  return { bot: { ...bot, updated: 0, icons: {} } };
}
