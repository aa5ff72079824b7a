import type { JsonObject } from '../json.ts';
import type { Slack } from '../slack.ts';
import type { Conversation } from '../workspace/conversations.ts';
import { Refusal } from './refusal.ts';

/**
 * What every interaction says of who and where: `team` is where the app is installed, `user.team_id` where the person is, which differs
 * in a channel that is shared with another company (docs.slack.dev/apis/slack-connect).
 */
export function basePayload({ workspace }: Slack, user: string): JsonObject {
  const { team, app } = workspace;
  const { enterprise } = team;
  const person = workspace.people.find(user);
  const name = nameOf(person?.name, user);
  const whole = enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name };
  return {
    team: { id: team.id, domain: team.domain, ...whole },
    user: { id: user, username: name, name, team_id: person?.team?.id ?? team.id },
    api_app_id: app.id,
    token: 'verification-token',
    enterprise: enterprise ?? null,
    is_enterprise_install: false,
  };
}

/**
 * What people do with what a custom step has posted, and in the modals that it opens from there, belongs to its run
 * (docs.slack.dev/workflows/creating-custom-steps-dynamic-options, "interactivity"; @slack/bolt reads it of every such payload, submissions included).
 */
export function ofStep({ workspace, newId }: Slack, user: string, stepRun: string | undefined): JsonObject {
  const run = stepRun === undefined ? undefined : workspace.stepRuns.find(stepRun);
  if (run === undefined) return {};
  return {
    function_data: {
      execution_id: run.id,
      function: { callback_id: run.callbackId },
      inputs: run.inputs,
    },
    bot_access_token: run.token,
    interactivity: {
      interactor: { id: user, secret: newId('secret') },
      interactivity_pointer: newId('pointer'),
    },
  };
}

export function channelPayload({ id, kind, name }: Conversation): JsonObject {
  const shown = { channel: name, private: 'privategroup', im: 'directmessage' }[kind];
  return { id, name: shown };
}

function nameOf(name: string | undefined, user: string): string {
  if (name === undefined) throw new Refusal('user_not_found', `There is nobody with the id ${user}.`);
  return name;
}
