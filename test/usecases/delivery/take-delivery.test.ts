import { expect, it } from 'vitest';
import { countFetchJobs } from '../../../src/usecases/delivery/run-fetches.ts';
import { takeDelivery } from '../../../src/usecases/delivery/take-delivery.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

it.each(DIALECTS)(
  'A webhook’s people and those to be fetched are on disk together, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const leads = [{ source: 'Webinar', name: 'Dana' }];
    const fetches = [{ vendor: 'hubspot', objectId: '1', body: '{}' }] as const;
    expect(await takeDelivery(ctx, { leads, fetches })).toMatchObject([{ duplicate: false }]);
    expect(await takeDelivery(ctx, { leads: [], fetches })).toEqual([]);
    expect(await countFetchJobs(ctx)).toMatchObject({ pending: 1 });
  },
);
