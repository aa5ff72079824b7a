import { describe, expect, it } from 'vitest';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { mergeLead } from '../../../src/usecases/lead/merge-leads.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { suggestDuplicates } from '../../../src/usecases/lead/suggest-duplicates.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { testContext } from '../../support/context.ts';
import { receive } from '../../support/dana-again.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';

for (const dialect of DIALECTS) {
  describe(`which lead it may be, on ${dialect}`, () => {
    it('is first those of the same address, number, company and name, then what holds the words', async () => {
      const ctx = await testContext(dialect);
      const phone = '+44 20 7946 0018';
      const byName = await receive(ctx, { company: 'Cove', email: 'd@cove.example' });
      const byPhone = await receive(ctx, { name: 'Front desk', company: 'Pier', email: null, phone });
      const byEmail = await receive(ctx, { name: 'D. W.', company: null });
      const other = await receive(ctx, {
        name: 'Rui Castelo',
        company: 'Granite',
        email: 'rui@granite.example',
      });
      const leadId = await receive(ctx, { phone, source: 'Fair' });
      const find = async (typed: string) =>
        (await suggestDuplicates(ctx, { leadId, person: BEN, typed })).leads.map(({ id }) => id);
      expect(await find('')).toEqual([byEmail, byPhone, byName, other]);
      expect(await find('front')).toEqual([byPhone]);
      expect(await find('granite RUI')).toEqual([other]);
      expect(await find('020 7946 0018')).toEqual([byPhone]);
      expect(await find('d@cove')).toEqual([byName]);
      for (const none of ['%', '_', "' or 1=1", 'nobody']) expect(await find(none)).toEqual([]);
    });

    it('is found with letters of any alphabet', async () => {
      const ctx = await testContext(dialect);
      const joerg = await receive(ctx, { name: 'JÖRG WEISS', email: null, company: 'Hafen' });
      const leadId = await receive(ctx, { email: null });
      const { leads } = await suggestDuplicates(ctx, { leadId, person: BEN, typed: 'jörg' });
      expect(leads.map(({ id }) => id)).toEqual([joerg]);
    });

    it('is no test, no spam and nothing that was merged', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      const merged = await receive(ctx, { source: 'Fair' });
      await mergeLead(ctx, { leadId: merged, person: ANA });
      const spam = await receive(ctx, { email: 'x@y.example' });
      await rejectLead(ctx, { leadId: spam, person: ANA, reasonCode: 'spam', detail: null, note: null });
      await receive(ctx, { isTest: true });
      const leadId = await receive(ctx, { source: 'Website' });
      const { leads } = await suggestDuplicates(ctx, { leadId, person: BEN, typed: 'dana' });
      expect(leads.map(({ id }) => id)).toEqual([first]);
    });

    it('is found by no address that the person may not see', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx, { name: null });
      await claimLead(ctx, { leadId: first, person: ANA });
      const leadId = await receive(ctx, { email: null });
      await changeSettings(ctx, { person: MAX, change: () => ({ contactShownTo: 'owner' }) });
      const find = async (person: typeof ANA) =>
        (await suggestDuplicates(ctx, { leadId, person, typed: 'dana@' })).leads.length;
      expect([await find(ANA), await find(BEN)]).toEqual([1, 0]);
      const { leads } = await suggestDuplicates(ctx, { leadId, person: BEN, typed: 'harbour' });
      expect(leads.map(({ email, phone }) => [email, phone])).toEqual([[null, null]]);
    });
  });
}
