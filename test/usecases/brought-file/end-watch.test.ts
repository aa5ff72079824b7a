import { expect, it } from 'vitest';
import type { SheetWatchId } from '../../../src/domain/brought-file/brought-file.ts';
import { findSheetWatch } from '../../../src/store/brought-file/sheet-watch.ts';
import { endWatch } from '../../../src/usecases/brought-file/end-watch.ts';
import { watchSheet } from '../../../src/usecases/brought-file/watch-sheet.ts';
import { perform } from '../../../src/usecases/work.ts';
import { importedSheet, storedFiles } from '../../support/brought-file.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

it.each(DIALECTS)('A sheet is looked at no more from when somebody ends it, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  await watchSheet(ctx, await importedSheet(ctx));
  const [file] = await storedFiles(ctx);
  const id = file?.watchId as SheetWatchId;
  await perform(ctx, 'tango', (work) => endWatch(work, id));
  const watch = await ctx.db.transaction((tx) => findSheetWatch(tx, id));
  expect(watch).toMatchObject({ endedAt: ctx.clock.now() });
});
