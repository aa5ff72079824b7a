import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, coerceError, inWords } from '../../../errors.ts';
import { isGoogleHost } from './sheet-address.ts';

const MB = 1024 * 1024;
const MOST_BYTES = 10 * MB;
const MOST_REDIRECTS = 5;
const TIMEOUT_MS = 30_000;

interface Fetching {
  /** Where the file is laid down. */
  folder: string;
  signal?: AbortSignal;
  /** Asks one address, and follows nothing. */
  ask?: (url: URL, init: RequestInit) => Promise<Response>;
}

/** Lays a sheet down as a file and answers with its path. Each redirect must lead to Google's own hosts. */
export async function fetchSheet(address: URL, { folder, signal, ask = fetch }: Fetching): Promise<string> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const init: RequestInit = {
    redirect: 'manual',
    headers: { accept: 'text/csv' },
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  };
  try {
    const response = await follow(address, (url) => ask(url, init));
    return await laidDown(response, folder);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('unavailable', inWords('Google did not answer: try again in a minute.'), {
      cause: coerceError(thrown),
    });
  }
}

async function follow(address: URL, ask: (url: URL) => Promise<Response>): Promise<Response> {
  let url = address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isGoogleHost(url)) throw url.hostname === 'accounts.google.com' ? notShared() : elsewhere(url);
    const response = await ask(url);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    url = new URL(location, url);
  }
  throw elsewhere(url);
}

async function laidDown(response: Response, folder: string): Promise<string> {
  const { status, headers, body } = response;
  const type = headers.get('content-type') ?? '';
  const isCsv = status === 200 && /^text\/csv\b/i.test(type);
  if (!isCsv || !body) {
    await body?.cancel();
    throw refusalOf(status, type);
  }
  const path = join(folder, nameOf(headers.get('content-disposition') ?? ''));
  await pipeline(Readable.fromWeb(body as never), atMost(MOST_BYTES), createWriteStream(path));
  return path;
}

/** What announces itself as less may still be more. */
function atMost(most: number) {
  return async function* (source: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const piece of source) {
      bytes += piece.length;
      if (bytes > most) throw tooLarge();
      yield piece;
    }
  };
}

/** As Google names the file; it is shown, and never leads out of its folder. */
function nameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1] ?? '';
  const name = decoded(encoded)
    .replaceAll(/[^\p{L}\p{N} ._()-]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  return name === '' || name === '.csv' ? 'Google Sheet.csv' : name.slice(-100);
}

function decoded(text: string): string {
  return /^(?:[^%]|%[0-7][0-9a-f]|(?:%[c-f][0-9a-f](?:%[89ab][0-9a-f])+))*$/i.test(text)
    ? decodeURIComponent(text)
    : '';
}

function refusalOf(status: number, type: string): AppError {
  if (status === 401 || status === 403 || (status === 200 && type.startsWith('text/html')))
    return notShared();
  if (status === 404 || status === 410) {
    return new AppError(
      'not_found',
      inWords('Google knows no such sheet: it was deleted, or it is not published any more.'),
    );
  }
  if (status === 429 || status >= 500)
    return new AppError('unavailable', inWords('Google is busy: try again in a minute.'));
  return new AppError('invalid', inWords(`Google answered with something else than a table (${status}).`));
}

function notShared(): AppError {
  return new AppError(
    'forbidden',
    inWords(
      'Google asks to sign in for this sheet. In Google Sheets: File → Share → Publish to web → the sheet, as comma-separated values (.csv), and use the address shown there.',
    ),
  );
}

function elsewhere({ hostname }: URL): AppError {
  return new AppError('forbidden', inWords(`Google sends on to ${hostname}, and that is not followed.`));
}

function tooLarge(): AppError {
  return new AppError(
    'too_large',
    inWords('This sheet is larger than 10 MB: download it as .xlsx and import the file.'),
  );
}
