import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { AppError } from '../../../errors.ts';
import { broken } from './archive.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Hears the elements of a part in their order, by their names without a prefix. */
export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Feeds a part to its reader, and pauses after each piece of it: what the reader has gathered is taken meanwhile. */
export async function* readXml(part: Readable, reader: XmlReader): AsyncGenerator<void> {
  const parser = parserFor(reader);
  part.setEncoding('utf8');
  try {
    for await (const piece of part as AsyncIterable<string>) {
      parser.write(piece);
      yield;
    }
    parser.close();
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : broken(thrown);
  } finally {
    part.destroy();
  }
  yield;
}

export async function readWholeXml(part: Readable | null, reader: XmlReader): Promise<void> {
  if (!part) return;
  for await (const _ of readXml(part, reader));
}

/** Entities of a part's own are none: a document that grows by them is refused as damaged. */
function parserFor(reader: XmlReader): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(bare(name), attributes));
  if (reader.text) parser.on('text', (text) => reader.text?.(text));
  if (reader.text) parser.on('cdata', (text) => reader.text?.(text));
  if (reader.close) parser.on('closetag', ({ name }) => reader.close?.(bare(name)));
  return parser;
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
