import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Lead, type LeadId, NEW_LEAD } from '../../../src/domain/lead/lead.ts';
import { findLead, insertLeads, updateLead } from '../../../src/store/lead/lead.ts';
import { DIALECTS, testDatabase } from '../../support/databases.ts';
import { ANA, LEADS, MAX } from '../../support/people.ts';
import { sampleLead } from '../../support/sample-lead.ts';

/** Nothing of it is as it begins, so that a field that is not stored would show. */
const LEAD: Lead = sampleLead({
  keys: { email: 'e', phone: 'p', company: 'c' },
  ...{ externalId: 'x', phone: '+44 20 7946 0018', region: 'UK', companySize: '200–500' },
  ...{ message: 'We lose two days a month.', reason: '3 visits', priority: 'hot', isTest: true },
  fields: { utm_term: 'reconciliation' },
  ...{ receivedAt: 1, createdAt: 2, claimedAt: 3, contactedAt: 4, verdictAt: 5, closedAt: 6 },
  ...{ openSince: 7, snoozedUntil: 8, activeAt: 9, version: 3 },
  ...{ state: 'won', owner: ANA, verdictBy: MAX, verdictNote: 'Month-end takes nine days.' },
  rejection: { reason: 'unreachable', detail: '3', outcome: 'rests' },
  qualification: {
    ...{ definitionVersion: 1, met: ['fits'], missed: ['need'], exception: 'Their CFO joins' },
    ...{ nextStep: 'Demo', nextStepOn: '2026-11-24' },
  },
  value: { minor: 1_800_000, currency: 'EUR' },
  ...{ restsUntil: '2027-03-01', mergedInto: 'lead_1' as LeadId, undoMove: 'event_9' },
});

it('has a value of its own in every field of the lead below', () => {
  const blank = Object.entries(NEW_LEAD).filter(([field, value]) => LEAD[field as keyof Lead] === value);
  expect(blank).toEqual([]);
});

for (const dialect of DIALECTS) {
  describe(`a lead in ${dialect}`, () => {
    it('comes back as it went in, whatever is known of it', async () => {
      const db = await testDatabase(dialect);
      const bare = { ...sampleLead({ id: 'lead_2' as LeadId, source: null, isTest: false }), version: 1 };
      await db.transaction(async (tx) => {
        await insertLeads(tx, [LEAD, bare]);
        expect(await findLead(tx, LEAD.id)).toEqual(LEAD);
        expect(await findLead(tx, bare.id)).toEqual(bare);
        await updateLead(tx, { ...LEAD, id: bare.id, externalId: 'y', version: 2 }, bare);
        expect(await findLead(tx, bare.id)).toEqual({ ...LEAD, id: bare.id, externalId: 'y', version: 2 });
      });
    });

    it('stands under the names that other programs read', async () => {
      const db = await testDatabase(dialect);
      await db.transaction(async (tx) => {
        await insertLeads(tx, [LEAD]);
        const read = sql`select email_key, is_test, reject_reason, value_minor, currency, card_channel from lead`;
        const { rows } = await read.execute(tx.sql.withoutPlugins());
        expect(rows).toEqual([
          {
            ...{ email_key: 'e', is_test: 1, reject_reason: 'unreachable' },
            ...{ value_minor: 1_800_000, currency: 'EUR', card_channel: LEADS },
          },
        ]);
      });
    });
  });
}
