import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { insertLeads } from '../../../src/store/lead/lead.ts';
import { draftStory } from '../../../src/usecases/story/draft-story.ts';
import { tellStory } from '../../../src/usecases/story/tell-story.ts';
import type { FirstStart } from '../../../src/usecases/team/ensure-settings.ts';
import { close, NOW, said, TITLE } from '../../support/asked-field.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleTelling } from '../../support/sample-insight.ts';
import { BERLIN, sampleLead } from '../../support/sample-lead.ts';

for (const dialect of DIALECTS) {
  describe(`the form for a story, on ${dialect}`, () => {
    const world = (firstStart: Partial<FirstStart> = {}) =>
      testContext(dialect, { startAt: NOW, firstStart: { timezone: BERLIN, ...firstStart } });

    it('fills the story in from a won lead, and from no other', async () => {
      const ctx = await world();
      const won = sampleLead({ state: 'won', owner: ANA, message: 'We run 14 properties.' });
      const lead = sampleLead({ id: 'lead_2' as LeadId });
      await ctx.db.transaction((tx) => insertLeads(tx, [won, lead]));
      const about = { kind: 'lead', id: won.id } as const;
      const draft = await draftStory(ctx, { about, person: ANA });
      expect(draft.facts).toEqual({ customer: 'Harbour Hotels', situation: 'We run 14 properties.' });
      const other = draftStory(ctx, { about: { kind: 'lead', id: lead.id }, person: ANA });
      await expect(other).rejects.toThrow(refused('lead_not_won'));
      await tellStory(ctx, { submission: 'V1', person: ANA, about, telling: sampleTelling() });
      await close(ctx, MIA, { kind: 'accepted' });
      expect((await said(ctx)).map((line) => line.split(' told')[0])).toEqual([
        'C_MARKETING: <@U_ANA>',
        `U_ANA: <@U_MIA> takes your story: *${TITLE}*. Thank you.`,
      ]);
    });
  });
}
