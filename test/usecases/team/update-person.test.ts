import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { assignLead } from '../../../src/usecases/lead/assign-lead.ts';
import { updatePerson } from '../../../src/usecases/team/update-person.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { aClaimedLead, known } from '../../support/known-people.ts';
import { BEN, MAX } from '../../support/people.ts';
import { sampleProfile } from '../../support/sample-person.ts';

for (const dialect of DIALECTS) {
  describe(`people on ${dialect}`, () => {
    it('are known by all who are given a lead, and forgotten by nobody who changes', async () => {
      const ctx = await testContext(dialect);
      const lead = await aClaimedLead(ctx, null);
      await assignLead(ctx, { leadId: lead, person: MAX, to: BEN, note: null });
      const gone = sampleProfile(BEN, { isActive: false });
      await updatePerson(ctx, gone);
      await updatePerson(ctx, { ...gone, id: 'U_STRANGER' as PersonId });
      expect([...(await known(ctx)).keys()]).toEqual([BEN, MAX]);
      expect((await known(ctx)).get(BEN)?.isActive).toBe(false);
      await updatePerson(ctx, { ...gone, isActive: true });
      expect((await known(ctx)).get(BEN)?.isActive).toBe(true);
    });
  });
}
