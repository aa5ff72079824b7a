import { expect, it } from 'vitest';
import { prepareSettings } from '../../../src/usecases/team/prepare-settings.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, LEADS, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

it.each(DIALECTS)(
  'a form of the settings is opened for a manager, and for nobody else, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    expect(await prepareSettings(ctx, MAX)).toMatchObject({ leadsChannel: LEADS, managers: [MAX] });
    await expect(prepareSettings(ctx, ANA)).rejects.toThrow(refused('managers_only', { managers: [MAX] }));
  },
);
