import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { AppError, inWords } from '../../../errors.ts';

const HEAD = 64 * 1024;

/**
 * The encoding by its name in iconv-lite. A byte order mark decides; then the count of NUL bytes, because chardet takes UTF-16
 * without a mark for Latin-1; then the whole file as strict UTF-8, since the first umlaut may stand on the last line; then a guess.
 */
export async function detectEncoding(path: string): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isHead = true;
  for await (const chunk of createReadStream(path, { highWaterMark: HEAD }) as AsyncIterable<Buffer>) {
    const certain = isHead ? fromHead(chunk) : null;
    if (certain) return certain;
    isHead = false;
    if (!decodes(utf8, chunk)) return guess(chunk);
  }
  return 'utf8';
}

function fromHead(head: Buffer): string | null {
  if (head.length >= 2 && head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head.length >= 2 && head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return head.includes(0) ? fromNulBytes(head) : null;
}

/** Western text in UTF-16 has a NUL in nearly every second place: the odd ones when the low byte comes first. */
function fromNulBytes(head: Buffer): string {
  let [even, odd] = [0, 0];
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = head.length / 2;
  if (odd > pairs / 3 && even < odd / 10) return 'utf-16le';
  if (even > pairs / 3 && odd < even / 10) return 'utf-16be';
  throw notCsv('it holds NUL bytes, as programs and pictures do');
}

function decodes(decoder: TextDecoder, chunk: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function guess(sample: Buffer): string {
  const name = chardet.detect(sample);
  // Windows-1252 is what calls itself Latin-1 in practice, and holds the euro sign and typographic quotes besides.
  if (!name || name === 'ISO-8859-1' || name === 'UTF-8' || !iconv.encodingExists(name))
    return 'windows-1252';
  return name;
}

function notCsv(why: string): AppError {
  return new AppError(
    'invalid',
    inWords(`This is not a CSV file: ${why}. Save it as CSV (UTF-8) and try again.`),
  );
}
