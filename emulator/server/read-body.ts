import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import { SlackError } from '../web-api/slack-error.ts';

/** The largest file Slack's file_input takes is 10 MB; anything over this is a mistake. */
const MOST_BYTES = 64 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('the request body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The arguments of an API call: a form, JSON, or multipart; also the query, which Slack reads too. Throws SlackError where the body is none of
 * these (docs.slack.dev/reference/methods/chat.postMessage, errors of every method).
 */
export async function readArgs(request: IncomingMessage, url: URL): Promise<JsonObject> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  const query = Object.fromEntries(url.searchParams);
  if (type.startsWith('application/json')) return { ...query, ...readJson(body) };
  if (type.startsWith('multipart/form-data')) return { ...query, ...(await readMultipart(body, type)) };
  if (type === '' && body.length > 0) throw new SlackError('missing_post_type');
  if (type !== '' && !FORMS.some((form) => type.startsWith(form))) throw new SlackError('invalid_post_type');
  return { ...query, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
}

const FORMS = ['application/x-www-form-urlencoded', 'text/plain'];

function readJson(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  const json = parseJson(body.toString('utf8'));
  if (json === undefined) throw new SlackError('invalid_json');
  if (!isObject(json)) throw new SlackError('json_not_object');
  return json;
}

export async function readMultipart(body: Buffer, type: string): Promise<Record<string, string | File>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form) as Record<string, string | File>;
}
