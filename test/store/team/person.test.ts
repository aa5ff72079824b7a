import { describe, expect, it } from 'vitest';
import { recordDeactivationTold } from '../../../src/store/team/deactivated.ts';
import { insertPeople, upsertProfile } from '../../../src/store/team/person.ts';
import { DIALECTS, testDatabase } from '../../support/databases.ts';
import { BEN } from '../../support/people.ts';
import { sampleProfile } from '../../support/sample-person.ts';

const GONE = sampleProfile(BEN, { isActive: false });

for (const dialect of DIALECTS) {
  describe(`an account that Slack tells us about again, on ${dialect}`, () => {
    it('keeps when it was deactivated, and that managers know', async () => {
      const db = await testDatabase(dialect);
      await db.transaction(async (tx) => {
        await insertPeople(tx, [BEN], 1);
        await upsertProfile(tx, GONE, 2);
        await recordDeactivationTold(tx, BEN);
        await upsertProfile(tx, GONE, 3);
      });
      const row = await db.transaction((tx) => tx.sql.selectFrom('person').selectAll().executeTakeFirst());
      expect(row).toMatchObject({ goneAt: 2, goneTold: 1, syncedAt: 3 });
    });
  });
}
