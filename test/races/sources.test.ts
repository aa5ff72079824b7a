import { describe, expect, it } from 'vitest';
import { mergeSources } from '../../src/usecases/source/change-sources.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { MAX, MIA } from '../support/people.ts';
import { fulfilled, race } from '../support/race.ts';
import { idsOf, leadFrom, linesBy } from '../support/sources.ts';

for (const dialect of DIALECTS)
  describe(`two who merge two sources into one another at the same moment, on ${dialect}`, () => {
    it('one of them is refused, and one line is left', async () => {
      const ctx = await testContext(dialect);
      for (const source of ['Google', 'Adwords']) await leadFrom(ctx, source);
      const [one, other] = await idsOf(ctx, 'Google', 'Adwords');
      const results = await race(ctx.db, 'source_spelling', [
        () => mergeSources(ctx, { by: MIA, into: one!, others: [other!] }),
        () => mergeSources(ctx, { by: MAX, into: other!, others: [one!] }),
      ]);
      expect(fulfilled(results)).toHaveLength(1);
      expect((await linesBy(ctx, 'source')).map(([, leads]) => leads)).toEqual([2]);
    });
  });
