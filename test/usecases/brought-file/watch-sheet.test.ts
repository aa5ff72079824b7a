import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { DAY } from '../../../src/domain/time/duration.ts';
import { bringFiles } from '../../../src/usecases/brought-file/bring-files.ts';
import { importFile } from '../../../src/usecases/brought-file/decide-file.ts';
import { bringWatched, endSheetWatch, watchSheet } from '../../../src/usecases/brought-file/watch-sheet.ts';
import { keepLook, keepOutcome, leaseFile } from '../../../src/usecases/brought-file/work-on-files.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { BROUGHT, LOOK, shownFile } from '../../support/brought-file.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const SHEET = 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/edit';

async function importedSheet(ctx: TestContext) {
  await bringFiles(ctx, { ...BROUGHT, files: [{ fileId: SHEET, name: 'Leads' }] });
  const look = { ...LOOK, recent: 3 };
  const file = await leaseFile(ctx);
  await keepLook(ctx, file!, { look, hash: 'a0', name: 'Leads' });
  const decision = { person: MIA, id: file!.id };
  await importFile(ctx, decision);
  const outcome = {
    rows: 3,
    taken: 3,
    updated: 0,
    unchanged: 0,
    refused: 0,
    reasons: [],
    withoutLead: 0,
    isFileLost: false,
  };
  await keepOutcome(ctx, { ...file!, state: 'asked' }, outcome);
  return decision;
}

for (const dialect of DIALECTS) {
  describe(`a sheet that is to be looked at every day, on ${dialect}`, () => {
    it('is whose it is alone, and none before it was imported', async () => {
      const ctx = await testContext(dialect);
      const decision = await importedSheet(ctx);
      await expect(watchSheet(ctx, { ...decision, person: MAX })).rejects.toThrow(
        refused('brought_file_not_yours'),
      );
      const id = await shownFile(ctx, { ...LOOK, recent: 3 });
      await expect(watchSheet(ctx, { person: MIA, id })).rejects.toThrow(refused('brought_file_decided'));
    });

    it('ends with the office of who brought it', async () => {
      const ctx = await testContext(dialect);
      const name = (people: PersonId[]) => {
        const offices = { managers: { people: [MAX], groups: [] }, marketers: { people, groups: [] } };
        return changeSettings(ctx, { person: MAX, change: () => ({ offices }) });
      };
      await watchSheet(ctx, await importedSheet(ctx));
      await name([ANA]);
      ctx.clock.move(DAY);
      expect(await bringWatched(ctx)).toBe(0);
      await name([MIA]);
      ctx.clock.move(DAY);
      expect(await bringWatched(ctx)).toBe(0);
    });

    it('can be ended and begun again', async () => {
      const ctx = await testContext(dialect);
      const decision = await importedSheet(ctx);
      await watchSheet(ctx, decision);
      await endSheetWatch(ctx, decision);
      ctx.clock.move(DAY);
      expect(await bringWatched(ctx)).toBe(0);
      await watchSheet(ctx, decision);
      ctx.clock.move(DAY);
      expect(await bringWatched(ctx)).toBe(1);
    });
  });
}
