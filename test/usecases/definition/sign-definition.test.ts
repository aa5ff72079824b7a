import { describe, expect, it } from 'vitest';
import { proposeDefinition } from '../../../src/usecases/definition/propose-definition.ts';
import { signDefinition } from '../../../src/usecases/definition/sign-definition.ts';
import { loadTeam } from '../../../src/usecases/team/load-team.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`the team, on ${dialect}`, () => {
    it('has a definition that counts from the second signature, whoever signs at the same moment', async () => {
      const ctx = await testContext(dialect);
      const asked = { marketing: null, sales: null };
      const first = await proposeDefinition(ctx, { person: MIA, criteria: '* Fits', asked });
      const second = await proposeDefinition(ctx, { person: MAX, criteria: '* Fits\nNow', asked });
      expect([first.version, second.version]).toEqual([2, 3]);
      await expect(signDefinition(ctx, { version: 2, person: MIA })).rejects.toThrow(
        refused('proposal_ended'),
      );
      await expect(signDefinition(ctx, { version: 4, person: MIA })).rejects.toThrow(
        refused('proposal_not_found'),
      );
      const signers = [MIA, ANA, BEN].map((person) => signDefinition(ctx, { version: 3, person }));
      const results = await Promise.allSettled(signers);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      const { definition, proposal } = await loadTeam(ctx, ANA);
      expect(definition).toMatchObject({ version: 3, signed: { marketing: MIA, at: ctx.clock.now() } });
      expect(proposal).toBeNull();
      const posts = await ctx.db.transaction((tx) =>
        tx.sql
          .selectFrom('outbox')
          .select('ref')
          .where('kind', '=', 'definition_post')
          .orderBy('ref')
          .execute(),
      );
      expect(posts.map(({ ref }) => ref)).toEqual(['2', '3']);
    });
  });
}
