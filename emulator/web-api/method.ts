import type { JsonObject } from '../json.ts';
import type { Slack } from '../slack.ts';
import type { StepRun } from '../workspace/step-runs.ts';
import type { Args } from './args.ts';

/** A call that got past token and scopes. */
export interface Call {
  slack: Slack;
  args: Args;
  /** Refuses with missing_scope; for scopes that depend on what is asked for. */
  needScope(scope: string): void;
  /** Refuses with 429 when this channel has had too many messages; called before posting. */
  keepPace(channel: string): void;
  /** Of a custom step, whose token the call came with. */
  stepRun?: StepRun;
}

export interface Method {
  /** What is answered beside `ok: true`; refusals are thrown as SlackError. */
  run(call: Call): JsonObject | Promise<JsonObject>;
  token: 'bot' | 'app';
  scopes: string[];
  /** Calls a minute that Slack lets pass. */
  perMinute: number;
}

export type Methods = Record<string, Method>;

/** Slack's tiers, in calls a minute. */
export const TIER = { one: 1, two: 20, three: 50, four: 100, posting: 600 } as const;

export function botMethod(run: Method['run'], options: { perMinute: number; scopes?: string[] }): Method {
  return { run, token: 'bot', scopes: options.scopes ?? [], perMinute: options.perMinute };
}
