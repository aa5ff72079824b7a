import { expect, it } from 'vitest';
import { findLead } from '../../../src/store/lead/lead.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { moveCards } from '../../../src/usecases/place/move-cards.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';

it.each(DIALECTS)(
  'The cards of all open leads go along, batch after batch, and no lead moves by that, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const leads = Array.from({ length: 60 }, (_, n) => ({ source: 'Web', name: `Lead ${n}` }));
    const [first] = await receiveLeads(ctx, leads, { by: 'api', post: 'all' });
    const claimed = await claimLead(ctx, { leadId: first!.id, person: ANA });
    await changeSettings(ctx, { person: MAX, change: () => ({ leadsChannel: 'C_NEXT' }) });
    await moveCards(ctx);
    const moved = await ctx.db.transaction((tx) => findLead(tx, claimed.id));
    expect(moved).toEqual({ ...claimed, cardChannel: 'C_NEXT' });
    const elsewhere = await ctx.db.transaction(({ sql }) =>
      sql
        .selectFrom('outbox')
        .select('id')
        .where('kind', '=', 'lead_card')
        .where('target', '!=', 'C_NEXT')
        .execute(),
    );
    expect(elsewhere).toEqual([]);
    expect(await moveCards(ctx)).toBe(0);
  },
);
