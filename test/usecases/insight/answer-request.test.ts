import { describe, expect, it } from 'vitest';
import { loadRequest } from '../../../src/usecases/insight/answer-request.ts';
import { draftStory } from '../../../src/usecases/story/draft-story.ts';
import type { FirstStart } from '../../../src/usecases/team/ensure-settings.ts';
import { ABOUT, answer, ask, NOW, REQUEST, said, tell } from '../../support/asked-field.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { BERLIN } from '../../support/sample-lead.ts';

for (const dialect of DIALECTS) {
  describe(`a request to the field, on ${dialect}`, () => {
    const world = (firstStart: Partial<FirstStart> = {}) =>
      testContext(dialect, { startAt: NOW, firstStart: { timezone: BERLIN, ...firstStart } });

    it('asks whoever is named by “I know who”, and says who named them', async () => {
      const ctx = await world();
      await ask(ctx);
      await answer(ctx, ANA, { kind: 'knows_who', named: MAX, note: 'He was there.' });
      await answer(ctx, ANA, { kind: 'knows_who', named: MAX, note: 'He was there.' });
      const lines = await said(ctx);
      expect(lines).toHaveLength(5);
      expect(lines[1]).toMatch(/^U_ANA: .* \[Tell the story\]$/);
      expect(lines[3]).toMatch(
        /^U_MAX: <@U_ANA> says that you would know: <@U_MIA> asks you for a case study/,
      );
      expect(lines[4]).toBe(
        'C_FIELD in request_post: <@U_MIA>, <@U_ANA> says <@U_MAX> would know. I have asked them.\n> He was there.',
      );
    });

    it('is not answered where nobody asked', async () => {
      const ctx = await world();
      const answered = [
        answer(ctx, BEN, { kind: 'cannot_help' }),
        loadRequest(ctx, REQUEST),
        tell(ctx, BEN),
        draftStory(ctx, { about: ABOUT, person: BEN }),
      ];
      await Promise.all(answered.map((each) => expect(each).rejects.toThrow(refused('request_not_found'))));
    });

    it('shows the asker who can’t help, once, and lets them change their mind', async () => {
      const ctx = await world();
      await ask(ctx);
      await answer(ctx, BEN, { kind: 'cannot_help' });
      await answer(ctx, BEN, { kind: 'cannot_help' });
      expect((await said(ctx)).slice(3)).toEqual([
        'C_FIELD in request_post: <@U_MIA>, <@U_BEN> can’t help with this one.',
      ]);
      await tell(ctx, BEN);
      expect((await said(ctx))[2]).not.toContain('[');
    });
  });
}
