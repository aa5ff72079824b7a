import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiFault, Faults } from '../faults.ts';
import { respond } from '../happenings/respond.ts';
import { asObject, parseJson } from '../json.ts';
import type { Slack } from '../slack.ts';
import { checkMessage } from '../validation/index.ts';
import { readBody } from './read-body.ts';

/** What the bot posts to a response_url. Its faults go by the name `response_url`; none of them lets it through. */
export async function serveResponseUrl(
  { slack, faults }: { slack: Slack; faults: Faults },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fault = faults.take('response_url');
  if (fault) return serveFault(response, fault);
  const id = (request.url ?? '').split('/').at(-1) ?? '';
  const body = asObject(parseJson((await readBody(request)).toString('utf8')));
  const [problem] = body.delete_original === true ? [] : checkMessage(body);
  if (problem !== undefined) return send(response, 400, { ok: false, error: problem.code });
  const target = slack.responseUrls.use(id);
  if (target === undefined) return send(response, 404, { ok: false, error: 'used_url' });
  respond(slack, target, body);
  send(response, 200, { ok: true });
}

function serveFault(response: ServerResponse, fault: ApiFault): void {
  if (fault.kind.startsWith('timeout')) return;
  if (fault.kind.startsWith('reset')) return void response.destroy();
  const refused = fault.kind === 'error';
  const status = refused ? 400 : fault.kind === 'rate_limited' ? 429 : 500;
  send(response, status, refused ? { ok: false, error: fault.error } : { ok: false });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
