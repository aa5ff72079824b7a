import { expect, it } from 'vitest';
import { viewSettings } from '../../../src/usecases/team/load-settings.ts';
import { FIRST_START, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

it.each(DIALECTS)(
  'The settings are those of the first start until somebody changes them, on %s',
  async (dialect) => {
    expect(await viewSettings(await testContext(dialect))).toMatchObject({
      ...FIRST_START,
      contactShownTo: 'channel',
      routing: { rules: [] },
    });
  },
);
