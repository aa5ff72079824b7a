import type { IncomingMessage, ServerResponse } from 'node:http';
import { respond } from '../happenings/respond.ts';
import { asObject, parseJson } from '../json.ts';
import type { Slack } from '../slack.ts';
import { checkMessage } from '../validation/index.ts';
import { readBody } from './read-body.ts';

/** What the bot posts to a response_url. */
export async function serveResponseUrl(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = (request.url ?? '').split('/').at(-1) ?? '';
  const body = asObject(parseJson((await readBody(request)).toString('utf8')));
  const [problem] = body.delete_original === true ? [] : checkMessage(body);
  if (problem !== undefined) return send(response, 400, { ok: false, error: problem.code });
  const target = slack.responseUrls.use(id);
  if (target === undefined) return send(response, 404, { ok: false, error: 'used_url' });
  respond(slack, target, body);
  send(response, 200, { ok: true });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
