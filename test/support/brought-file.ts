import {
  type BroughtFile,
  type BroughtFileId,
  type FileLook,
  NO_WISH,
} from '../../src/domain/brought-file/brought-file.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { bringFiles } from '../../src/usecases/brought-file/bring-files.ts';
import { importFile } from '../../src/usecases/brought-file/decide-file.ts';
import { keepLook, keepOutcome, leaseFile } from '../../src/usecases/brought-file/work-on-files.ts';
import type { Context } from '../../src/usecases/context.ts';
import { MIA } from './people.ts';

export const LOOK: FileLook = {
  ...{ noun: 'leads', sheet: null, header: ['Name', 'E-Mail', 'Halle'], unused: ['Halle'], questions: [] },
  fields: [
    { field: 'name', column: 'Name', example: 'Ute Krämer', readAs: null },
    { field: 'email', column: 'E-Mail', example: 'ute@kraemer.example', readAs: null },
  ],
  ...{ rows: 60, fit: 60, here: 0, refused: 0, reasons: [], undated: 0, old: 5, recent: 53, tests: 2 },
  fills: null,
  ...{
    withoutSource: 0,
    totals: 0,
    open: 0,
    severalDeals: 0,
    withoutLead: 0,
    updated: 0,
    states: [],
    unknownOwners: [],
    moreOwners: 0,
    overlaps: 0,
    isSourceNew: false,
  },
};

export const BROUGHT = {
  person: MIA,
  channel: 'D_MIA',
  ts: '1.1',
  files: [{ fileId: 'F1', name: 'fair.csv' }],
};

/** One that was looked at. */
export async function shownFile(ctx: Context, look: FileLook = LOOK): Promise<BroughtFileId> {
  await bringFiles(ctx, BROUGHT);
  const file = await leaseFile(ctx);
  if (!file) throw new Error('No file waits');
  await keepLook(ctx, file, { look, hash: 'a0', name: 'fair.csv' });
  return file.id;
}

export function storedFiles(ctx: Context) {
  return ctx.db.transaction((tx) => tx.sql.selectFrom('broughtFile').selectAll().orderBy('id').execute());
}

export function fileWith(changes: Partial<BroughtFile>): Pick<BroughtFile, 'look' | 'wish'> {
  return { look: LOOK, wish: NO_WISH, ...changes };
}

export const SHEET = 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/edit#gid=7';

/** A Google Sheet with three leads that came in. */
export async function importedSheet(ctx: Context): Promise<{ person: PersonId; id: BroughtFileId }> {
  await bringFiles(ctx, { ...BROUGHT, files: [{ fileId: SHEET, name: 'Leads' }] });
  const file = await leaseFile(ctx);
  if (!file) throw new Error('No file waits');
  await keepLook(ctx, file, { look: { ...LOOK, recent: 3 }, hash: 'a0', name: 'Leads' });
  const decision = { person: MIA, id: file.id };
  await importFile(ctx, decision);
  const none = {
    updated: 0,
    unchanged: 0,
    refused: 0,
    reasons: [],
    withoutLead: 0,
    uncarded: 0,
    isFileLost: false,
  };
  await keepOutcome(ctx, { ...file, state: 'asked' }, { rows: 3, taken: 3, ...none });
  return decision;
}
