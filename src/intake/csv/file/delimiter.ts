import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';

export interface Dialect {
  delimiter: string;
  /** Lines before the header: Excel's own `sep=;`, or a report's titles. */
  skip: number;
  titles: readonly string[];
}

const CANDIDATES = [',', ';', '\t'];

/** By the header line: the candidate that stands in it most often outside of quotes. */
export async function detectDelimiter(path: string, encoding: string): Promise<Dialect> {
  const head = await firstText(path, encoding);
  const said = /^sep=([,;\t])\r?\n/i.exec(head)?.[1];
  if (said) return { delimiter: said, skip: 1, titles: [] };
  const header = unquoted(head.trimStart()).split(/\r|\n/, 1)[0] ?? '';
  const counts = CANDIDATES.map((candidate) => count(header, candidate));
  if (Math.max(...counts) === 0) return belowTitles(head);
  return { delimiter: best(counts), skip: 0, titles: [] };
}

async function firstText(path: string, encoding: string): Promise<string> {
  for await (const chunk of createReadStream(path, { end: 65_535 }) as AsyncIterable<Buffer>) {
    return iconv.decode(chunk, encoding);
  }
  return '';
}

/** How far a report's titles may reach. */
const MOST_TITLES = 12;

/**
 * A first line without any delimiter is the one column of a list, or the title of a report whose header follows: the first line that
 * has at least half as many cells as the widest, and three of them.
 */
function belowTitles(head: string): Dialect {
  const lines = head.split(/\r\n|\r|\n/).slice(0, MOST_TITLES);
  const widths = CANDIDATES.map((candidate) =>
    Math.max(...lines.map((line) => count(unquoted(line), candidate))),
  );
  const widest = Math.max(...widths);
  const delimiter = best(widths);
  const isHeader = (line: string) => count(unquoted(line), delimiter) >= Math.max(2, widest / 2);
  const skip = widest < 2 ? 0 : lines.findIndex(isHeader);
  return { delimiter, skip, titles: lines.slice(0, skip) };
}

function best(counts: readonly number[]): string {
  return CANDIDATES[counts.indexOf(Math.max(...counts))] ?? ',';
}

function count(line: string, delimiter: string): number {
  return line.split(delimiter).length - 1;
}

function unquoted(text: string): string {
  return text.replaceAll(/"(?:[^"]|"")*"/g, '');
}
