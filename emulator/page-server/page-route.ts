import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseJson } from '../json.ts';
import { Refusal } from '../person/refusal.ts';
import { suggestOptions } from '../person/suggest-options.ts';
import { uploadFile } from '../person/upload-file.ts';
import { readBody } from '../server/read-body.ts';
import { drawFile, drawMessages } from './draw-messages.ts';
import { drawView } from './draw-view.ts';
import { drawWorkspace } from './draw-workspace.ts';
import { streamChanges } from './live.ts';
import { pageAct } from './page-act.ts';
import type { PageHost } from './page-host.ts';
import { perform } from './perform.ts';

interface Visit {
  host: PageHost;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

type Handler = (visit: Visit) => void | Promise<void>;

const HANDLERS: Record<string, Handler> = {
  'GET workspace': (visit) => send(visit, 200, drawWorkspace(visit.host, meOrAnybody(visit))),
  'GET messages': serveMessages,
  'GET views': serveViews,
  'GET home': serveHome,
  'GET options': serveOptions,
  'GET live': ({ host, response, ...visit }) => streamChanges(host.slack, me({ host, ...visit }), response),
  'POST act': serveAct,
  'POST upload': serveUpload,
};

/** The HTTP side of page-protocol.ts. */
export async function servePage(
  host: PageHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://emulator');
  const name = url.pathname.replace('/page/api/', '');
  const visit = { host, request, response, url };
  const handler = name.startsWith('files/') ? serveFile : HANDLERS[`${request.method} ${name}`];
  try {
    if (handler === undefined)
      throw new Refusal('not_found', `There is no ${request.method} ${url.pathname}.`);
    await handler(visit);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = name === 'act' ? 200 : 404;
    send(visit, status, { ok: false, error: error.code, message: error.message });
  }
}

function me({ host, url }: Pick<Visit, 'host' | 'url'>): string {
  const user = url.searchParams.get('user') ?? '';
  if (host.slack.workspace.people.find(user) !== undefined) return user;
  throw new Refusal('user_not_found', `There is nobody with the id ${user || '(none)'}.`);
}

/** Whoever has not chosen whom to be sees the workspace as its first person does. */
function meOrAnybody({ host, url }: Visit): string {
  const anybody = host.slack.workspace.people.all().find(({ isBot, isDeleted }) => !isBot && !isDeleted);
  return url.searchParams.get('user') ? me({ host, url }) : (anybody?.id ?? '');
}

function serveMessages(visit: Visit): void {
  const { searchParams } = visit.url;
  const thread = searchParams.get('thread');
  const before = searchParams.get('before');
  const messages = drawMessages(visit.host.slack, me(visit), {
    channel: searchParams.get('channel') ?? '',
    ...(thread === null ? {} : { thread }),
    ...(before === null ? {} : { before }),
  });
  send(visit, 200, messages);
}

function serveViews(visit: Visit): void {
  const stack = visit.host.slack.workspace.views.stack(me(visit)).map(drawView);
  send(visit, 200, { stack });
}

function serveHome(visit: Visit): void {
  const home = visit.host.slack.workspace.views.home(me(visit));
  send(visit, 200, { view: home === undefined ? null : drawView(home) });
}

async function serveOptions(visit: Visit): Promise<void> {
  const asked = (name: string) => visit.url.searchParams.get(name) ?? '';
  const options = await suggestOptions(visit.host.slack, me(visit), {
    viewId: asked('viewId'),
    blockId: asked('blockId'),
    actionId: asked('actionId'),
    value: asked('value'),
  });
  send(visit, 200, { options });
}

/** Only as JSON: a form on some other site can send text here, but not that content type. */
async function serveAct(visit: Visit): Promise<void> {
  const { request, host } = visit;
  if (request.headers['content-type']?.startsWith('application/json') !== true) {
    throw new Refusal('bad_request', 'Acts are sent as application/json.');
  }
  const act = pageAct.safeParse(parseJson((await readBody(request)).toString('utf8')));
  if (!act.success) throw new Refusal('bad_request', act.error.message);
  if (host.slack.workspace.people.find(act.data.user) === undefined) {
    throw new Refusal('user_not_found', `There is nobody with the id ${act.data.user}.`);
  }
  send(visit, 200, await perform(host, act.data));
}

async function serveUpload(visit: Visit): Promise<void> {
  const user = me(visit);
  const name = visit.url.searchParams.get('name') || 'file';
  const content = await readBody(visit.request);
  send(visit, 200, drawFile(uploadFile(visit.host.slack, user, { name, content })));
}

/** Never shown as a page of this address, whatever was uploaded. */
function serveFile({ host, url, response }: Visit): void {
  const file = host.slack.workspace.files.find(url.pathname.split('/').at(-1) ?? '');
  if (file === undefined) throw new Refusal('file_not_found', 'The file is not there.');
  const headers = { 'content-type': file.mimetype, 'x-content-type-options': 'nosniff' };
  response.writeHead(200, { ...headers, 'content-security-policy': 'sandbox' }).end(file.content);
}

function send({ response }: Pick<Visit, 'response'>, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
