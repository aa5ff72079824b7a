import { expect, it } from 'vitest';
import { listTroubles } from '../../../src/store/outbox/trouble.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { tellUnnamed } from '../../../src/usecases/place/tell-unnamed.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { LEADS, MAX } from '../../support/people.ts';

it.each(DIALECTS)(
  'What waits for a channel to be named is told once, with how much it is by now, and is over with the first one, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect, { firstStart: { leadsChannel: null } });
    const troubles = () => ctx.db.transaction(listTroubles);
    const receive = (name: string) =>
      receiveLeads(ctx, [{ source: 'Web', name }], { by: 'api', post: 'all' });
    expect(await tellUnnamed(ctx)).toEqual([]);
    await receive('Dana');
    expect(await tellUnnamed(ctx)).toEqual(['leads']);
    await receive('Rui');
    expect(await tellUnnamed(ctx)).toEqual([]);
    expect(await troubles()).toMatchObject([{ facts: { code: 'no_channel', place: 'leads', waiting: 2 } }]);
    await changeSettings(ctx, { person: MAX, change: () => ({ leadsChannel: LEADS }) });
    expect(await troubles()).toEqual([]);
    expect(await tellUnnamed(ctx)).toEqual([]);
  },
);
