import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/usecases/context.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { testContext } from '../../support/context.ts';
import { DANA, historyOf, leadNow, receive } from '../../support/dana-again.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, LEADS } from '../../support/people.ts';

for (const dialect of DIALECTS) {
  describe(`the same lead twice on ${dialect}`, () => {
    it('is a lead of its own that came back to the owner of the earlier one', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      await claimLead(ctx, { leadId: first, person: ANA });
      const again = await receive(ctx, { email: 'Dana+demo@Harbour.example', source: 'Fair' });
      expect(await leadNow(ctx, again)).toMatchObject({ state: 'new', email: 'Dana+demo@Harbour.example' });
      expect(await historyOf(ctx, first)).toEqual(['received', 'claimed', 'came_back']);
      expect(await told(ctx)).toEqual([
        `${again}/new to ${LEADS}`,
        `${again}/earlier to ${LEADS}`,
        `${again}/owner to ${ANA}`,
      ]);
    });

    it('delivered again is no news', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, { externalId: 'x1' });
      await receive(ctx, { externalId: 'x1' });
      expect(await told(ctx)).toEqual([]);
    });

    it('is found by phone in another way of writing, and by company for somebody new', async () => {
      const ctx = await testContext(dialect);
      const uk = { region: 'UK', company: null };
      const first = await receive(ctx, { ...uk, email: null, phone: '+44 20 7946 0018' });
      await receive(ctx, { ...uk, email: 'dana@gmail.com', phone: '020 7946 0018' });
      const mail = await receive(ctx, { email: 'dana@harbour.example' });
      const lea = await receive(ctx, { name: 'Lea', email: 'lea@harbour.example' });
      expect(await historyOf(ctx, first)).toEqual(['received', 'came_back']);
      expect(await historyOf(ctx, mail)).toEqual(['received', 'came_back']);
      expect((await told(ctx)).at(-1)).toBe(`${lea}/earlier to ${LEADS}`);
    });

    it('does not take two strangers at a free-mail host for one company, nor a test or spam for anybody', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, { email: 'dana@gmail.com' });
      await receive(ctx, { email: 'lea@gmail.com' });
      await receive(ctx, { isTest: true });
      const spam = await receive(ctx);
      await rejectLead(ctx, { leadId: spam, person: ANA, reasonCode: 'spam', detail: null, note: null });
      await receive(ctx);
      expect(await told(ctx)).toEqual([]);
    });

    it('arriving at the same moment from two senders is noticed once', async () => {
      const ctx = await testContext(dialect);
      await Promise.all([receive(ctx), receive(ctx, { source: 'Fair' })]);
      const places = (await told(ctx)).map((line) => line.replace(/^.*\//, ''));
      expect(places).toEqual([`new to ${LEADS}`, `earlier to ${LEADS}`]);
    });

    it('within one call comes back to the one before it; an import of old leads is silent', async () => {
      const ctx = await testContext(dialect);
      const three = [DANA, { ...DANA, name: 'D. Whitfield' }, { ...DANA, email: 'lea@harbour.example' }];
      await receiveLeads(ctx, three, { by: 'import', post: 'none' });
      expect(await told(ctx)).toEqual([]);
      const withTom = [...three.slice(0, 2), { ...DANA, email: 'tom@harbour.example' }];
      const [first, second, third] = await receiveLeads(ctx, withTom, { by: 'api', post: 'all' });
      expect(await historyOf(ctx, first!.id)).toEqual(['received', 'came_back']);
      expect(await historyOf(ctx, second!.id)).toEqual(['received', 'came_back']);
      expect(await historyOf(ctx, third!.id)).toEqual(['received']);
    });
  });
}

/** Where it is told that a lead came back, as "lead/place to whom". */
function told(ctx: Context): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['ref', 'target'])
      .where('kind', '=', 'came_back')
      .orderBy('seq')
      .execute();
    return rows.map((row) => `${row.ref} to ${row.target}`);
  });
}
