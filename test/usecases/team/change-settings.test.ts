import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { viewSettings } from '../../../src/usecases/team/load-settings.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { officesOf } from '../../support/offices.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { log } from '../../support/team-log.ts';

for (const dialect of DIALECTS) {
  describe(`how the team works, on ${dialect}`, () => {
    it('is changed by managers, and the log says who changed what from what', async () => {
      const ctx = await testContext(dialect);
      const change = () => ({ offices: officesOf([MAX, ANA]), scorecardAt: { weekday: 2, time: '10:00' } });
      await expect(changeSettings(ctx, { person: ANA, change })).rejects.toThrow(refused('managers_only'));
      expect(await log(ctx)).toEqual([]);
      await changeSettings(ctx, { person: MAX, change });
      expect(await viewSettings(ctx)).toMatchObject(change());
      expect(await log(ctx)).toEqual([
        { person: MAX, what: 'Managers', before: '<@U_MAX>', after: '<@U_MAX>, <@U_ANA>' },
        { person: MAX, what: 'Scorecard', before: 'Monday, 09:00', after: 'Tuesday, 10:00' },
      ]);
    });

    it('is anybody’s to set until a manager is named', async () => {
      const ctx = await testContext(dialect, { firstStart: { managers: [] } });
      await changeSettings(ctx, { person: ANA, change: () => ({ offices: officesOf([ANA]) }) });
      const second = changeSettings(ctx, { person: BEN, change: () => ({ offices: officesOf([BEN]) }) });
      await expect(second).rejects.toThrow(refused('managers_only', { managers: [ANA] }));
    });

    it('keeps both of two changes made at the same moment, also of one part', async () => {
      const ctx = await testContext(dialect);
      await Promise.all([
        changeSettings(ctx, { person: MAX, change: () => ({ calendar: { from: '08:00' } }) }),
        changeSettings(ctx, { person: MAX, change: () => ({ calendar: { to: '17:00' } }) }),
      ]);
      expect((await viewSettings(ctx)).calendar).toMatchObject({ from: '08:00', to: '17:00' });
    });
  });
}
