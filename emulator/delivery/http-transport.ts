import { request } from 'node:http';
import { wall } from '../clock.ts';
import { parseJson } from '../json.ts';
import { ACKNOWLEDGE_WITHIN_MS, type Answer, type Envelope, type Transport } from './envelope.ts';
import { signatureHeaders } from './signature.ts';

export interface HttpTransport extends Transport {
  setRequestUrl(url: string): void;
}

/** Signed requests to the bot's request URL. */
export function createHttpTransport(signingSecret: string, initialUrl?: string): HttpTransport {
  let requestUrl = initialUrl;
  let reached = false;
  return {
    isConnected: () => requestUrl !== undefined && reached,
    setRequestUrl: (url) => {
      requestUrl = new URL(url).href;
      reached = true;
    },
    send: async (envelope) => {
      if (requestUrl === undefined) return failed('connection_failed', 'no request URL is set');
      const answer = await post(requestUrl, envelope, signingSecret);
      reached = answer.acknowledged || answer.reason === 'http_error';
      return answer;
    },
  };
}

function post(url: string, envelope: Envelope, secret: string): Promise<Answer> {
  const { body, contentType } = encode(envelope);
  const headers = {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...signatureHeaders(secret, Math.floor(wall.now() / 1000), body),
    ...retryHeaders(envelope),
  };
  return new Promise((resolve) => {
    // A connection for each request: the bot can shut its server down without waiting for idle ones.
    const outgoing = request(url, { method: 'POST', headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', (error) => resolve(failed('connection_failed', error.message)));
      incoming.on('end', () => {
        clearTimeout(limit);
        const noRetry = incoming.headers['x-slack-no-retry'] === '1';
        resolve(answerOf(incoming.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'), noRetry));
      });
    });
    const limit = setTimeout(() => {
      resolve(failed('http_timeout', `no answer within ${ACKNOWLEDGE_WITHIN_MS} ms`));
      outgoing.destroy();
    }, ACKNOWLEDGE_WITHIN_MS);
    outgoing.on('error', (error) => {
      clearTimeout(limit);
      resolve(failed('connection_failed', error.message));
    });
    outgoing.end(body);
  });
}

/** Bolt compares these content types letter for letter: no charset. */
function encode({ kind, payload }: Envelope): { body: string; contentType: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields =
    kind === 'slash_commands'
      ? Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)])
      : [['payload', JSON.stringify(payload)] as [string, string]];
  return {
    body: new URLSearchParams(fields).toString(),
    contentType: 'application/x-www-form-urlencoded',
  };
}

function retryHeaders({ retry }: Envelope): Record<string, string> {
  if (retry === undefined) return {};
  return { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason };
}

function answerOf(status: number, text: string, noRetry: boolean): Answer {
  if (status >= 200 && status < 300) return { acknowledged: true, body: parseJson(text) ?? text };
  return { ...failed('http_error', `the bot answered ${status}`), noRetry };
}

function failed(
  reason: 'http_timeout' | 'http_error' | 'connection_failed',
  detail: string,
): Extract<Answer, { acknowledged: false }> {
  return { acknowledged: false, reason, detail };
}
