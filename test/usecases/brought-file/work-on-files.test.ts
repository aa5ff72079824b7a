import { expect, it } from 'vitest';
import type { ImportId } from '../../../src/domain/import/import.ts';
import { bringFiles } from '../../../src/usecases/brought-file/bring-files.ts';
import { cancelFile, importFile } from '../../../src/usecases/brought-file/decide-file.ts';
import {
  keepImportId,
  keepOutcome,
  keepProblem,
  keepProgress,
  keepUndone,
  leaseFile,
  tryAgain,
} from '../../../src/usecases/brought-file/work-on-files.ts';
import { BROUGHT, LOOK, shownFile, storedFiles } from '../../support/brought-file.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';

const COUNTS = { rows: 60, taken: 60, unchanged: 0, refused: 0, updated: 0, withoutLead: 0, uncarded: 0 };
const DONE = { ...COUNTS, reasons: [], isFileLost: false };

for (const dialect of DIALECTS) {
  it(`One that waits is leased once, and again when the lease has ended, on ${dialect}`, async () => {
    const ctx = await testContext(dialect);
    await bringFiles(ctx, BROUGHT);
    const file = await leaseFile(ctx);
    expect(file).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(await leaseFile(ctx)).toBeNull();
    ctx.clock.move(3 * 60_000);
    expect(await leaseFile(ctx)).toMatchObject({ attempts: 2 });
  });
}

it('From the yes on it is ours until its outcome is kept', async () => {
  const ctx = await testContext('sqlite');
  const id = await shownFile(ctx, { ...LOOK, recent: 1 });
  expect(await leaseFile(ctx)).toBeNull();
  await importFile(ctx, { person: MIA, id });
  const file = await leaseFile(ctx);
  if (!file) throw new Error('Nothing was asked for');
  await keepImportId(ctx, file, 'import_1' as ImportId);
  await keepProgress(ctx, file, 30);
  expect(await storedFiles(ctx)).toMatchObject([{ state: 'asked', rowsDone: 30, importIds: '["import_1"]' }]);
  await keepOutcome(ctx, file, DONE);
  expect(await storedFiles(ctx)).toMatchObject([{ state: 'done', rowsDone: 60 }]);
  await keepUndone(ctx, { ...file, state: 'done', outcome: DONE }, { gone: 60, kept: 0 });
  expect(await storedFiles(ctx)).toMatchObject([{ state: 'undone' }]);
});

it('What its person has decided meanwhile holds', async () => {
  const ctx = await testContext('sqlite');
  await bringFiles(ctx, BROUGHT);
  const file = await leaseFile(ctx);
  if (!file) throw new Error('No file waits');
  await cancelFile(ctx, { person: MIA, id: file.id });
  await keepProblem(ctx, file, 'It is a picture.');
  await tryAgain(ctx, file);
  expect(await storedFiles(ctx)).toMatchObject([{ state: 'cancelled', problem: null }]);
});
