import { describe, expect, it } from 'vitest';
import { type LookUpPerson, syncPeople } from '../../../src/usecases/team/sync-people.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { aClaimedLead, known, lookUp } from '../../support/known-people.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';

const DAY = 86_400_000;

for (const dialect of DIALECTS) {
  describe(`people on ${dialect}`, () => {
    it('are asked about once they have to do with a lead, and again a day later', async () => {
      const ctx = await testContext(dialect);
      await aClaimedLead(ctx, ANA);
      expect(await syncPeople(ctx, lookUp)).toBe(3);
      expect([...(await known(ctx)).keys()]).toEqual([ANA, MAX, MIA]);
      expect((await known(ctx)).get(ANA)).toMatchObject({
        name: 'ana',
        timezone: 'Europe/Lisbon',
        isActive: true,
      });
      expect(await syncPeople(ctx, lookUp)).toBe(0);
      ctx.clock.move(DAY + 1);
      expect(await syncPeople(ctx, lookUp)).toBe(3);
    });

    it('wait where Slack does not answer, and the rest is asked about later', async () => {
      const ctx = await testContext(dialect);
      let calls = 0;
      const failing: LookUpPerson = (id) => {
        calls += 1;
        return calls > 1 ? Promise.reject(new Error('ratelimited')) : lookUp(id);
      };
      await expect(syncPeople(ctx, failing)).rejects.toThrow('ratelimited');
      expect(await syncPeople(ctx, lookUp)).toBe(1);
    });

    it('stay as they are where Slack does not know them', async () => {
      const ctx = await testContext(dialect);
      await syncPeople(ctx, async () => null);
      expect((await known(ctx)).get(MAX)).toMatchObject({ isActive: true, timezone: null });
    });
  });
}
