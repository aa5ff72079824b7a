import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ApiFault, Faults } from '../faults.ts';
import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import type { Slack } from '../slack.ts';
import { type ApiAnswer, answerCall, rateLimited } from '../web-api/answer-call.ts';
import type { RateLimits } from '../web-api/rate-limits.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { readArgs } from './read-body.ts';

export interface ApiRouteParts {
  slack: Slack;
  faults: Faults;
  /** None: the pace is off. */
  limits?: RateLimits;
}

interface Exchange extends ApiRouteParts {
  response: ServerResponse;
  method: string;
  args: JsonObject;
  token: string;
}

/** One call of the Web API over HTTP, with whatever fault was ordered for it; every call is kept in the log. */
export async function serveApiCall(
  parts: ApiRouteParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://emulator');
  const method = url.pathname.replace(/^\/api\//, '');
  const args = await readArgs(request, url).catch((refused: unknown) => {
    if (!(refused instanceof SlackError)) throw refused;
    send(response, refusal(refused.code));
    return null;
  });
  if (args === null) return;
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const exchange = { ...parts, response, method, args, token: bearer ?? asText(args.token) };
  const fault = parts.faults.take(method);
  if (fault === undefined) send(response, await run(exchange));
  else await serveFault(exchange, fault);
  parts.slack.changes.announce({ kind: 'activity' });
}

async function serveFault(exchange: Exchange, fault: ApiFault): Promise<void> {
  const { response } = exchange;
  switch (fault.kind) {
    case 'rate_limited':
      return send(response, log(exchange, rateLimited(fault.retryAfterSeconds), fault));
    case 'server_error':
      return send(response, log(exchange, failure(fault.status ?? 500), fault));
    case 'error':
      return send(response, log(exchange, refusal(fault.error), fault));
    case 'html':
      log(exchange, undefined, fault);
      return sendHtml(response);
    case 'timeout_before':
      return void log(exchange, undefined, fault);
    case 'timeout_after':
      return void (await run(exchange, fault));
    case 'reset_before':
      log(exchange, undefined, fault);
      return void response.destroy();
    case 'reset_after':
      await run(exchange, fault);
      return void response.destroy();
    default:
      return serveSlowly(exchange, fault);
  }
}

async function serveSlowly(
  exchange: Exchange,
  fault: Extract<ApiFault, { kind: 'slow' | 'slow_body' | 'reset_mid_body' }>,
): Promise<void> {
  const { response } = exchange;
  if (fault.kind === 'slow') {
    await delay(fault.ms, undefined, { ref: false });
    return send(response, await run(exchange, fault));
  }
  const answer = await run(exchange, fault);
  const body = JSON.stringify(answer.body);
  const half = Math.ceil(body.length / 2);
  response.writeHead(answer.status, { ...jsonHeaders(answer), 'content-length': Buffer.byteLength(body) });
  response.write(body.slice(0, half));
  if (fault.kind === 'slow_body') {
    await delay(fault.ms, undefined, { ref: false });
    return void response.end(body.slice(half));
  }
  setImmediate(() => response.destroy());
}

async function run(exchange: Exchange, fault?: ApiFault): Promise<ApiAnswer> {
  const { slack, limits, method, args, token } = exchange;
  const answer = await answerCall(slack, { method, args, token }, limits);
  reportUnimitated(method, answer);
  return log(exchange, answer, fault);
}

const UNIMITATED = ['unknown_method', 'not_imitated'];

/** Whoever wrote the bot must not take our gap for Slack's answer. */
function reportUnimitated(method: string, { body }: ApiAnswer): void {
  if (!UNIMITATED.includes(asText(body.error))) return;
  const what = [method, asText(body.argument)].filter(Boolean).join(' with ');
  process.stderr.write(`emulator: ${what} is not imitated; see emulator/coverage.ts\n`);
}

function log<A extends ApiAnswer | undefined>(
  { slack, method, args }: Exchange,
  answer: A,
  fault?: ApiFault,
): A {
  slack.workspace.calls.push({
    method,
    args,
    at: slack.clock.now(),
    ...(answer === undefined ? {} : { status: answer.status, answer: answer.body }),
    ...(fault === undefined ? {} : { fault: fault.kind }),
  });
  return answer;
}

const failure = (status: number): ApiAnswer => ({
  status,
  headers: {},
  body: { ok: false, error: 'internal_error' },
});

const refusal = (error: string): ApiAnswer => ({ status: 200, headers: {}, body: { ok: false, error } });

const jsonHeaders = ({ headers }: ApiAnswer) => ({
  'content-type': 'application/json; charset=utf-8',
  ...headers,
});

function send(response: ServerResponse, answer: ApiAnswer): void {
  response.writeHead(answer.status, jsonHeaders(answer)).end(JSON.stringify(answer.body));
}

function sendHtml(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<!doctype html><title>Server Error</title><p>Something went wrong on our side.</p>');
}
