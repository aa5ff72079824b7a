import { expect, it } from 'vitest';
import { unnamed } from '../../../src/domain/team/place.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { type LeadInput, receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { cardUnplaced } from '../../../src/usecases/place/card-unplaced.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, LEADS } from '../../support/people.ts';

const cards = (ctx: TestContext) =>
  ctx.db.transaction(({ sql }) =>
    sql
      .selectFrom('outbox')
      .select('ref')
      .where('kind', '=', 'lead_card')
      .where('status', '=', 'pending')
      .orderBy('ref')
      .execute(),
  );
const promises = (ctx: TestContext) =>
  ctx.db.transaction(({ sql }) =>
    sql
      .selectFrom('promise')
      .select(['about', 'kind'])
      .where('endedAt', 'is', null)
      .orderBy('about')
      .orderBy('kind')
      .execute(),
  );

/** As the version before left what came while no channel was named. */
async function asBefore(dialect: (typeof DIALECTS)[number]) {
  const ctx = await testContext(dialect);
  const bring = async (name: string, by: 'api' | 'import', more: Partial<LeadInput> = {}) => {
    const [lead] = await receiveLeads(ctx, [{ source: 'Web', name, ...more }], { by, post: 'all' });
    return lead!.id;
  };
  const fresh = await bring('Dana', 'api');
  const worked = await bring('Noor', 'api');
  await claimLead(ctx, { leadId: worked, person: ANA });
  await bring('Out of a file', 'import');
  await bring('Of last year', 'api', { receivedAt: ctx.clock.now() - 300 * 86_400_000 });
  await ctx.db.transaction(async ({ sql }) => {
    await sql.updateTable('lead').set({ cardChannel: null }).execute();
    await sql.deleteFrom('promise').execute();
    await sql.deleteFrom('outbox').execute();
  });
  return { ctx, fresh, worked };
}

it.each(DIALECTS)(
  'Who came while no channel was named gets a card and its promises, once, on %s',
  async (dialect) => {
    const { ctx, fresh, worked } = await asBefore(dialect);
    expect(await cardUnplaced(ctx)).toBe(2);
    expect(await cardUnplaced(ctx)).toBe(0);
    expect((await cards(ctx)).map(({ ref }) => ref)).toEqual([fresh, worked]);
    expect(await promises(ctx)).toEqual([
      { about: fresh, kind: 'claim' },
      { about: worked, kind: 'contact' },
      { about: worked, kind: 'verdict' },
    ]);
    const leads = await ctx.db.transaction(({ sql }) =>
      sql.selectFrom('lead').select('cardChannel').orderBy('id').execute(),
    );
    expect(leads.map(({ cardChannel }) => cardChannel)).toEqual([LEADS, LEADS, null, null]);
  },
);

it('While there still is none, they wait for the one that is named', async () => {
  const { ctx } = await asBefore('sqlite');
  await ctx.db.transaction(({ sql }) =>
    sql.deleteFrom('setting').where('key', '=', 'leadsChannel').execute(),
  );
  expect(await cardUnplaced(ctx)).toBe(2);
  const targets = await ctx.db.transaction(({ sql }) =>
    sql.selectFrom('outbox').select('target').where('kind', '=', 'lead_card').execute(),
  );
  expect(targets.map(({ target }) => target)).toEqual([unnamed('leads'), unnamed('leads')]);
});
