import { describe, expect, it } from 'vitest';
import { proposeDefinition } from '../../../src/usecases/definition/propose-definition.ts';
import { loadTeam } from '../../../src/usecases/team/load-team.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MAX, MIA } from '../../support/people.ts';

for (const dialect of DIALECTS) {
  describe(`the team, on ${dialect}`, () => {
    it('gives two who propose at the same moment a version each', async () => {
      const ctx = await testContext(dialect);
      const asked = { marketing: null, sales: null };
      const both = [MIA, MAX].map((person) =>
        proposeDefinition(ctx, { person, criteria: `By ${person}`, asked }),
      );
      const versions = (await Promise.all(both)).map(({ version }) => version);
      expect([...versions].sort()).toEqual([2, 3]);
      expect((await loadTeam(ctx, MIA)).proposal?.version).toBe(3);
    });
  });
}
