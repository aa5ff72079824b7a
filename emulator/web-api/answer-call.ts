import type { JsonObject } from '../json.ts';
import type { Slack } from '../slack.ts';
import { Args } from './args.ts';
import type { Method } from './method.ts';
import { METHODS } from './methods.ts';
import type { RateLimits } from './rate-limits.ts';
import { SlackError, TooFastError } from './slack-error.ts';

export interface ApiRequest {
  method: string;
  token: string;
  args: JsonObject;
}

export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: JsonObject;
}

/** One call from token to answer: always 200 but for the pace, as Slack does it. */
export async function answerCall(
  slack: Slack,
  request: ApiRequest,
  limits: RateLimits | undefined,
): Promise<ApiAnswer> {
  // Both lists come with every answer (docs.slack.dev/authentication/installing-with-oauth, "Checking scopes").
  const headers = {
    'x-oauth-scopes': slack.workspace.app.scopes.join(','),
    'x-accepted-oauth-scopes': (METHODS[request.method]?.scopes ?? []).join(','),
  };
  try {
    const answer = await run(slack, request, limits);
    return { status: 200, headers, body: { ok: true, ...answer } };
  } catch (error) {
    if (error instanceof TooFastError) return rateLimited(error.retryAfterSeconds);
    if (!(error instanceof SlackError)) throw error;
    return { status: 200, headers, body: { ok: false, error: error.code, ...error.extra } };
  }
}

function run(
  slack: Slack,
  request: ApiRequest,
  limits: RateLimits | undefined,
): JsonObject | Promise<JsonObject> {
  const method = METHODS[request.method];
  if (method === undefined) throw new SlackError('unknown_method', { req_method: request.method });
  refuseToken(slack, request.token, method);
  limits?.takeCall(request.method, method.perMinute);
  const needScope = (scope: string) => refuseScope(scope, slack.workspace.app.scopes);
  for (const scope of method.scopes) needScope(scope);
  const keepPace = (channel: string) => limits?.takePost(channel);
  const stepRun = slack.workspace.stepRuns.ofToken(request.token, slack.clock.now());
  return method.run({
    ...{ slack, args: new Args(request.args), needScope, keepPace },
    ...(stepRun === undefined ? {} : { stepRun }),
  });
}

export function rateLimited(seconds: number): ApiAnswer {
  return {
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: { ok: false, error: 'ratelimited' },
  };
}

function refuseToken({ tokens, workspace, clock }: Slack, token: string, method: Method): void {
  if (token === '') throw new SlackError('not_authed');
  if (workspace.app.isInstalled === false && (token === tokens.bot || token === tokens.app))
    throw new SlackError(token === tokens.bot ? 'account_inactive' : 'invalid_auth');
  const expected = tokens[method.token];
  if (token === expected) return;
  if (method.token === 'bot' && workspace.stepRuns.ofToken(token, clock.now())) return;
  const isOtherKind = token === tokens.bot || token === tokens.app;
  throw new SlackError(isOtherKind ? 'not_allowed_token_type' : 'invalid_auth');
}

function refuseScope(needed: string, scopes: string[]): void {
  if (!scopes.includes(needed)) {
    throw new SlackError('missing_scope', { needed, provided: scopes.join(',') });
  }
}
