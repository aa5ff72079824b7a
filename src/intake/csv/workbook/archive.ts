import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { AppError, inWords } from '../../../errors.ts';

/** A workbook's parts, by name. Nothing is inflated before it is asked for, and never more than was announced. */
export interface Archive {
  has(name: string): boolean;
  names(): Iterable<string>;
  /** Null: there is no such part. */
  open(name: string, most?: number): Promise<Readable | null>;
  close(): void;
}

const MB = 1024 * 1024;
/** A workbook has a dozen parts and a few for each of its sheets. */
const MOST_PARTS = 10_000;
/** Of one part, inflated: a sheet of a million rows with a dozen columns. */
const MOST_INFLATED = 1024 * MB;
/** Sheets shrink to a tenth or a fiftieth. What shrinks further is made to fill the memory, unless it is small. */
const MOST_RATIO = 300;
const SMALL = 16 * MB;

export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((cause) => {
    throw broken(cause);
  });
  try {
    const entries = await listed(zip);
    return {
      has: (name) => entries.has(name),
      names: () => entries.keys(),
      open: (name, most = MOST_INFLATED) => opened(zip, entries.get(name), most),
      close: () => zip.close(),
    };
  } catch (thrown) {
    zip.close();
    throw thrown;
  }
}

async function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MOST_PARTS) throw suspicious('it has more parts than any workbook');
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw suspicious('two of its parts have one name');
      entries.set(entry.fileName, entry);
    }
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : broken(thrown);
  }
  return entries;
}

async function opened(zip: ZipFile, entry: Entry | undefined, most: number): Promise<Readable | null> {
  if (!entry) return null;
  const { uncompressedSize: inflated, compressedSize: packed } = entry;
  if (inflated > most) throw suspicious(`a part of it would grow to ${Math.ceil(inflated / MB)} MB`);
  if (inflated > SMALL && inflated > packed * MOST_RATIO)
    throw suspicious(`a part of it would grow ${Math.round(inflated / packed)} times as large`);
  return await zip.openReadStreamPromise(entry).catch((cause) => {
    throw broken(cause);
  });
}

function suspicious(why: string): AppError {
  return new AppError(
    'invalid',
    inWords(`This workbook is not opened: ${why}. Save its sheet as CSV (UTF-8) and try again.`),
  );
}

/** What a zip or XML reader says of a file that ends too early, or was never one. */
export function broken(cause: unknown): AppError {
  return new AppError(
    'invalid',
    inWords('This Excel workbook is damaged. Open it in Excel, save it again as .xlsx, and try again.'),
    { cause },
  );
}
