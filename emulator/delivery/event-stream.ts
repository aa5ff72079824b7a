import type { TimeSource } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { NewId } from '../ids.ts';
import type { JsonObject } from '../json.ts';
import type { Schedule } from '../schedule.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { BotLine } from './bot-line.ts';
import type { Answer, Envelope } from './envelope.ts';

export interface EventStream {
  /** Tells the bot, if its app subscribes to this kind of event. */
  publish(subscription: string, event: JsonObject): void;
}

/** After a failure Slack tries again at once, after a minute, and after five more. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

export function createEventStream(options: {
  workspace: Workspace;
  bot: BotLine;
  clock: TimeSource;
  schedule: Schedule;
  faults: Faults;
  newId: NewId;
}): EventStream {
  const { workspace, bot, clock, schedule, faults, newId } = options;

  const attempt = async (payload: JsonObject, retry?: Envelope['retry']): Promise<void> => {
    const answer = await bot.deliver({
      kind: 'events_api',
      payload,
      ...(retry === undefined ? {} : { retry }),
    });
    if (!answer.acknowledged) tryAgain(payload, answer, (retry?.num ?? 0) + 1);
  };
  const tryAgain = (payload: JsonObject, failure: Exclude<Answer, { acknowledged: true }>, num: number) => {
    const wait = RETRY_AFTER_MS[num - 1];
    if (wait === undefined || failure.noRetry === true) return;
    const again = () => void attempt(payload, { num, reason: failure.reason });
    if (wait === 0) again();
    else schedule.at(clock.now() + wait, again);
  };
  return {
    publish: (subscription, event) => {
      if (!workspace.app.events.includes(subscription)) return;
      const payload = callback({ workspace, event, id: newId('Ev'), now: clock.now() });
      void attempt(payload);
      if (faults.takeDuplicate()) void attempt(payload);
    },
  };
}

function callback(parts: { workspace: Workspace; event: JsonObject; id: string; now: number }): JsonObject {
  const { team, app } = parts.workspace;
  const authorization = {
    enterprise_id: team.enterprise?.id ?? null,
    team_id: team.id,
    user_id: app.botUserId,
    is_bot: true,
    is_enterprise_install: false,
  };
  return {
    token: 'verification-token',
    team_id: team.id,
    ...(team.enterprise === undefined ? {} : { enterprise_id: team.enterprise.id }),
    api_app_id: app.id,
    event: parts.event,
    type: 'event_callback',
    event_id: parts.id,
    event_time: Math.floor(parts.now / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: false,
    event_context: `context-${parts.id}`,
  };
}
