import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { DAY } from '../../../src/domain/time/duration.ts';
import { bringWatched, endSheetWatch, watchSheet } from '../../../src/usecases/brought-file/watch-sheet.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { importedSheet, LOOK, shownFile } from '../../support/brought-file.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

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
