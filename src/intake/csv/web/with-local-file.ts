import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchSheet } from './fetch-sheet.ts';
import { isAddress, sheetAddress } from './sheet-address.ts';

/** A file may be one on this machine, or the address of a Google Sheet, which is kept no longer than the work takes. */
export async function withLocalFile<T>(
  fileOrAddress: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  if (!isAddress(fileOrAddress)) return await work(fileOrAddress);
  const address = sheetAddress(fileOrAddress);
  return withFolder(async (folder) => work(await fetchSheet(address, { folder })));
}

/** Of this process's owner alone, and gone after the work. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tango-file-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
