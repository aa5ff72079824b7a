import { describe, expect, it } from 'vitest';
import { ensureSettings } from '../../../src/usecases/team/ensure-settings.ts';
import { FIRST_START, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

const NOTHING = {
  leadsChannel: null,
  fieldChannel: null,
  marketingChannel: null,
  scorecardChannel: null,
  managers: [],
  marketers: [],
  timezone: null,
  currency: null,
};

for (const dialect of DIALECTS) {
  describe(`the first start on ${dialect}`, () => {
    it('is not used up by a command that ran before it without the variables', async () => {
      const ctx = await testContext(dialect, { firstStart: NOTHING });
      const settings = await ensureSettings(ctx, { ...FIRST_START, timezone: 'Europe/Berlin' });
      expect(settings).toMatchObject({
        leadsChannel: 'C_LEADS',
        timezone: 'Europe/Berlin',
        managers: ['U_MAX'],
      });
    });

    it('happens once: what the environment says later has no effect', async () => {
      const ctx = await testContext(dialect);
      const settings = await ensureSettings(ctx, { ...FIRST_START, leadsChannel: 'C_OTHER' });
      expect(settings.leadsChannel).toBe('C_LEADS');
    });
  });
}
