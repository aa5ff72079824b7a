import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';

export interface Dialect {
  delimiter: string;
  /** Lines before the header: Excel's own `sep=;`. */
  skip: number;
}

const CANDIDATES = [',', ';', '\t'];

/** By the header line: the candidate that stands in it most often outside of quotes. */
export async function detectDelimiter(path: string, encoding: string): Promise<Dialect> {
  const head = await firstText(path, encoding);
  const said = /^sep=([,;\t])\r?\n/i.exec(head)?.[1];
  if (said) return { delimiter: said, skip: 1 };
  const header = unquoted(head.trimStart()).split(/\r|\n/, 1)[0] ?? '';
  const counts = CANDIDATES.map((candidate) => header.split(candidate).length);
  return { delimiter: CANDIDATES[counts.indexOf(Math.max(...counts))] ?? ',', skip: 0 };
}

async function firstText(path: string, encoding: string): Promise<string> {
  for await (const chunk of createReadStream(path, { end: 65_535 }) as AsyncIterable<Buffer>) {
    return iconv.decode(chunk, encoding);
  }
  return '';
}

function unquoted(text: string): string {
  return text.replaceAll(/"(?:[^"]|"")*"/g, '');
}
