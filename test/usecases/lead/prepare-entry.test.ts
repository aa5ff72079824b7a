import { describe, expect, it } from 'vitest';
import { prepareEntry } from '../../../src/usecases/lead/prepare-entry.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { DANA, enter } from '../../support/entered-lead.ts';
import { ANA, BEN, FIELD, LEADS, MIA } from '../../support/people.ts';

const DAY = 86_400_000;

for (const dialect of DIALECTS) {
  describe(`a lead noted down at a stand, on ${dialect}`, () => {
    it('tells the next form its source: one’s own, a colleague’s, yesterday’s', async () => {
      const ctx = await testContext(dialect);
      const now = (person = ANA, channel = FIELD) => prepareEntry(ctx, { person, channel });
      expect(await now()).toMatchObject({ source: null, claims: true, saved: 0 });
      expect(await now(MIA)).toMatchObject({ claims: false });
      await enter(ctx, 'r1', { ...DANA, claims: false });
      await enter(ctx, 'r2', { ...DANA, claims: false, name: 'Otto Pier', reach: 'otto@pier.example' });
      expect(await now()).toMatchObject({ source: 'Fair Berlin', claims: false, saved: 2 });
      expect(await now(BEN)).toMatchObject({ source: 'Fair Berlin', claims: true, saved: 0 });
      expect(await now(ANA, LEADS)).toMatchObject({ source: 'Fair Berlin', saved: 0 });
      expect(await now(BEN, LEADS)).toMatchObject({ source: null });
      ctx.clock.move(DAY);
      expect(await now()).toMatchObject({ source: 'Fair Berlin', saved: 0 });
      ctx.clock.move(8 * DAY);
      expect(await now()).toMatchObject({ source: null });
    });
  });
}
