/** Files that people bring: what Slack knows of one, its bytes, and files of our own. The token goes to Slack's own hosts alone. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { coerceError } from '../errors.ts';
import { type ClientOptions, classified, webClient } from './client.ts';
import { SlackCallError, type SlackFailure } from './failures.ts';

export interface SlackFile {
  id: string;
  name: string;
  /** In bytes, as Slack says. */
  size: number;
  /** A snippet is text that somebody typed into Slack; `elsewhere` lies with another app, and Slack has no bytes of it. */
  kind: 'file' | 'snippet' | 'elsewhere';
  address: string | null;
}

/** Why there are no bytes: it was deleted, the app may not read files, it holds more than was asked for. */
type NoBytes = 'gone' | 'not_allowed' | 'too_large';

interface Upload {
  channel: string;
  threadTs: string;
  name: string;
  content: string;
  comment: string;
}

export interface FilesClient {
  /** Null: it is gone. */
  find(id: string): Promise<SlackFile | null>;
  /** Lays its bytes down at `path`; null: done. */
  download(file: SlackFile, to: { path: string; most: number; signal: AbortSignal }): Promise<NoBytes | null>;
  upload(file: Upload): Promise<void>;
}

const TIMEOUT_MS = 60_000;

/** All of them throw SlackCallError and nothing else. */
export function createFilesClient(options: ClientOptions): FilesClient {
  const web = webClient(options, 10_000);
  return {
    find: async (id) => {
      try {
        return await classified(async () => readFile((await web.files.info({ file: id })).file));
      } catch (thrown) {
        if (thrown instanceof SlackCallError && GONE.has(thrown.failure.code)) return null;
        throw thrown;
      }
    },
    download: (file, to) => overTheLine(() => download(file, { ...to, ...options })),
    upload: async ({ channel, threadTs, name, content, comment }) => {
      const bytes = Buffer.from(content);
      const place = await classified(() =>
        web.files.getUploadURLExternal({ filename: name, length: bytes.length }),
      );
      const { file_id: id, upload_url: address } = place;
      if (!id || !address) throw uncertain('no_upload_url');
      await overTheLine(() => send(address, { name, bytes, options }));
      await classified(() =>
        web.files.completeUploadExternal({
          files: [{ id, title: name }],
          channel_id: channel,
          thread_ts: threadTs,
          initial_comment: comment,
        }),
      );
    },
  };
}

const GONE = new Set(['file_not_found', 'file_deleted']);

const File = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  size: z.number().nullish(),
  mode: z.string().nullish(),
  is_external: z.boolean().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
});

/** Null: Slack keeps no more of it than that it was there. What an event says of a file is read likewise. */
export function readFile(told: unknown): SlackFile | null {
  const read = File.safeParse(told);
  if (!read.success) return null;
  const { id, name, title, size, mode, is_external: isExternal, url_private: url } = read.data;
  if (mode === 'tombstone' || mode === 'hidden_by_limit') return null;
  const isElsewhere = isExternal === true || mode === 'external';
  return {
    id,
    name: name || title || id,
    size: size ?? 0,
    kind: isElsewhere ? 'elsewhere' : mode === 'snippet' ? 'snippet' : 'file',
    address: read.data.url_private_download ?? url ?? null,
  };
}

interface Download extends ClientOptions {
  path: string;
  most: number;
  signal: AbortSignal;
}

async function download(file: SlackFile, to: Download): Promise<NoBytes | null> {
  if (file.size > to.most) return 'too_large';
  if (file.address === null) return 'gone';
  const url = new URL(file.address);
  if (!isSlacks(url, to)) throw uncertain('file_elsewhere');
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${to.token}` },
    // Where the token does not do, Slack sends to the page for signing in.
    redirect: 'manual',
    signal: AbortSignal.any([to.signal, AbortSignal.timeout(to.timeoutMs ?? TIMEOUT_MS)]),
  });
  const refused = refusalOf(response, file);
  if (refused || !response.body) {
    await response.body?.cancel();
    return refused ?? 'gone';
  }
  let bytes = 0;
  await pipeline(
    Readable.fromWeb(response.body as never),
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        bytes += piece.length;
        // One byte more than all that was asked for says enough.
        if (bytes > to.most) return;
        yield piece;
      }
    },
    createWriteStream(to.path, { mode: 0o600 }),
  );
  return bytes > to.most ? 'too_large' : null;
}

/** A page instead of the file means that the app may not read files; only a page that somebody brought is one. */
function refusalOf({ status, headers }: Response, { name }: SlackFile): NoBytes | null {
  const isPage = /^text\/html\b/i.test(headers.get('content-type') ?? '') && !/\.html?$/i.test(name);
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403 || (status >= 300 && status < 400) || isPage) return 'not_allowed';
  if (status !== 200) throw uncertain(`http_${status}`);
  return null;
}

function isSlacks({ protocol, hostname, host }: URL, { apiUrl }: ClientOptions): boolean {
  if (protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'))) return true;
  return apiUrl !== undefined && new URL(apiUrl).host === host;
}

interface Sending {
  name: string;
  bytes: Buffer<ArrayBuffer>;
  options: ClientOptions;
}

async function send(address: string, { name, bytes, options }: Sending): Promise<void> {
  const url = new URL(address);
  if (!isSlacks(url, options)) throw uncertain('upload_elsewhere');
  const form = new FormData();
  form.set('body', new Blob([bytes]), name);
  const limit = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const response = await fetch(url, { method: 'POST', body: form, redirect: 'error', signal: limit });
  await response.body?.cancel();
  if (!response.ok) throw uncertain(`http_${response.status}`);
}

async function overTheLine<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof SlackCallError) throw thrown;
    const error = coerceError(thrown);
    throw uncertain((error.cause as { code?: string } | undefined)?.code ?? error.name, error);
  }
}

function uncertain(code: string, cause: unknown = null): SlackCallError {
  const failure: SlackFailure = { kind: 'uncertain', code, details: [], retryAfterMs: null };
  return new SlackCallError(failure, cause);
}
