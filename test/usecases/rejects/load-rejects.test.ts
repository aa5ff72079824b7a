import { describe, expect, it } from 'vitest';
import type { RejectsId } from '../../../src/domain/rejects/rejects.ts';
import { askAboutRejects } from '../../../src/usecases/rejects/ask-about-rejects.ts';
import { loadRejects } from '../../../src/usecases/rejects/load-rejects.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { HOTELS, MONDAY, rejectedWorld, rejectSome, W47 } from '../../support/rejected-week.ts';

for (const dialect of DIALECTS) {
  describe(`all rejects of a campaign, on ${dialect}`, () => {
    it('come ten a page, those with a note first; a page that is not there any more is the last', async () => {
      const ctx = await rejectedWorld(dialect);
      const some = Array.from({ length: 12 }, (_, n) => ({
        ...{ campaign: 'Spa', reason: 'no_need', note: n === 11 ? 'They have one' : null },
      }));
      await rejectSome(ctx, some);
      ctx.clock.moveTo(MONDAY);
      await askAboutRejects(ctx, W47);
      const first = await loadRejects(ctx, { id: HOTELS, person: MIA, page: 0 });
      expect([first.shown.length, first.pages, first.summed.leads]).toEqual([10, 2, 12]);
      expect(first.shown[0]?.lead.verdictNote).toBe('They have one');
      expect(first.shown[0]?.reasonLabel).toBe('No need or interest');
      const beyond = await loadRejects(ctx, { id: HOTELS, person: MIA, page: 7 });
      expect([beyond.shown.length, beyond.page, beyond.offset]).toEqual([2, 1, 10]);
      const none = { id: 'none' as RejectsId, person: MIA, page: 0 };
      await expect(loadRejects(ctx, none)).rejects.toThrow(refused('rejects_not_found'));
    });
  });
}
