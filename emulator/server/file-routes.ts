import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Slack } from '../slack.ts';
import { readBody, readMultipart } from './read-body.ts';

/** The bytes for files.getUploadURLExternal: a multipart field or the bare body. */
export async function serveUpload(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = (request.url ?? '').split('/').at(-1) ?? '';
  const slot = slack.workspace.files.slot(id);
  const body = await readBody(request);
  if (slot === undefined) return void response.writeHead(404).end('no such upload');
  const content = await contentOf(body, request.headers['content-type'] ?? '');
  if (content.length !== slot.length)
    return void response.writeHead(400).end('length differs from announced');
  slot.content = content;
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${content.length}`);
}

async function contentOf(body: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return body;
  const [field] = Object.values(await readMultipart(body, type));
  return field instanceof File ? Buffer.from(await field.arrayBuffer()) : Buffer.from(field ?? '');
}

/** `url_private`: without the bot's token and files:read, Slack answers 200 with its login page. */
export function servePrivateFile(slack: Slack, request: IncomingMessage, response: ServerResponse): void {
  const id = (request.url ?? '').split('/')[2] ?? '';
  const { files, app } = slack.workspace;
  const mayRead =
    request.headers.authorization === `Bearer ${slack.tokens.bot}` && app.scopes.includes('files:read');
  const file = files.find(id);
  if (!mayRead) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return void response.end('<!doctype html><title>Sign in</title><p>Sign in to see this file.</p>');
  }
  if (file === undefined) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': file.mimetype }).end(file.content);
}
