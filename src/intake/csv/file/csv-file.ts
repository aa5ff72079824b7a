import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { AppError, coerceError, inWords } from '../../../errors.ts';
import { cleanProse } from '../../../reading/text.ts';
import { type Dialect, detectDelimiter } from './delimiter.ts';
import { detectEncoding } from './encoding.ts';

export interface CsvRow {
  /** Where the row begins, as an editor counts lines. */
  line: number;
  cells: string[];
}

/** A file whose encoding and delimiter are known; it may be read more than once and never is in memory as a whole. */
export interface CsvFile {
  path: string;
  encoding: string;
  dialect: Dialect;
}

/** A record longer than this is a quote that nobody closed. */
const MAX_RECORD = 1024 * 1024;

export async function openCsv(path: string): Promise<CsvFile> {
  const encoding = await detectEncoding(path);
  return { path, encoding, dialect: await detectDelimiter(path, encoding) };
}

/** Every record, the header first; blank lines are passed over. */
export async function* rowsOf(file: CsvFile): AsyncGenerator<CsvRow> {
  // csv-parse counts a CR LF inside of quotes as two lines.
  let overcounted = 0;
  let end = 0;
  try {
    for await (const { record, info } of records(file)) {
      const text = record.join('\n');
      const breaks = count(text, /\r\n|\r|\n/g) - (record.length - 1);
      overcounted += count(text, /\r\n/g);
      end = info.lines - overcounted;
      yield { line: end - breaks, cells: record.map(cleanProse) };
    }
  } catch (thrown) {
    throw misread(coerceError(thrown), end + 1);
  }
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

function records(file: CsvFile): AsyncIterable<ParsedRecord> {
  const parser = parse({
    delimiter: file.dialect.delimiter,
    from_line: file.dialect.skip + 1,
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_column_count: true,
    // A stray quote inside a cell (5" pipe) is a character like any other.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: MAX_RECORD,
  });
  // Errors reach the reader through the parser, which the pipeline destroys with them.
  pipeline(createReadStream(file.path), iconv.decodeStream(file.encoding), parser, () => undefined);
  return parser;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** `line` is where the record that cannot be read begins. */
function misread(error: Error, line: number): Error {
  if (!(error instanceof CsvError)) return error;
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  const message = isOpen
    ? `The row that begins on line ${line} opens a quote (") that is never closed`
    : `Line ${line} cannot be read as CSV`;
  return new AppError('invalid', inWords(message), { cause: error });
}
