import { describe, expect, it } from 'vitest';
import type { Unpermitted } from '../../../src/domain/story/decide.ts';
import type { StoryId } from '../../../src/domain/story/story.ts';
import { prepareAnswer } from '../../../src/usecases/insight/answer-request.ts';
import { decideStory, prepareDecision } from '../../../src/usecases/story/decide-story.ts';
import { draftStory } from '../../../src/usecases/story/draft-story.ts';
import { tellStory } from '../../../src/usecases/story/tell-story.ts';
import type { FirstStart } from '../../../src/usecases/team/ensure-settings.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import {
  ABOUT,
  answer,
  ask,
  close,
  NOW,
  REQUEST,
  STORY,
  said,
  TITLE,
  tell,
} from '../../support/asked-field.ts';
import { inWords } from '../../support/audit.ts';
import { berlin } from '../../support/berlin.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused, saying } from '../../support/refused.ts';
import { sampleTelling } from '../../support/sample-insight.ts';
import { BERLIN } from '../../support/sample-lead.ts';

for (const dialect of DIALECTS) {
  describe(`deciding about a story, on ${dialect}`, () => {
    const world = (firstStart: Partial<FirstStart> = {}) =>
      testContext(dialect, { startAt: NOW, firstStart: { timezone: BERLIN, ...firstStart } });

    it('is answered once marketing accepts, and tells whoever is slower', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      await close(ctx, MIA, { kind: 'accepted' });
      const lines = await said(ctx);
      expect(lines[0]).not.toContain('[Tell the story]');
      expect(lines[3]).toMatch(/Taken by <@U_MIA>\. \[Publish\]$/);
      expect(lines.at(-1)).toBe(
        `C_FIELD in request_post: <@U_MIA> takes the story of <@U_ANA>: *${TITLE}*. Thank you.`,
      );
      const late = refused('request_answered', { askedBy: MIA });
      await expect(answer(ctx, BEN, { kind: 'cannot_help' })).rejects.toThrow(late);
      await expect(prepareAnswer(ctx, REQUEST)).rejects.toThrow(late);
      await expect(draftStory(ctx, { about: ABOUT, person: BEN })).rejects.toThrow(late);
    });

    it('asks back privately, and the teller tells more of the same story', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      await close(ctx, MIA, { kind: 'asked_back', question: 'Which banks?' });
      const [line, message] = (await said(ctx)).slice(-2);
      expect(line).toBe('C_MARKETING in story_card: <@U_MIA> asked <@U_ANA>:\n> Which banks?');
      expect(message).toBe(
        `U_ANA: <@U_MIA> would like to know more about *${TITLE}*.\n> Which banks? [Tell more]`,
      );
      const about = { kind: 'story', id: STORY } as const;
      const draft = await draftStory(ctx, { about, person: ANA });
      expect([draft.question, draft.facts.customer]).toEqual(['Which banks?', 'Pier Inns']);
      const telling = sampleTelling({ whatWeDid: 'We connected three banks.' });
      await tellStory(ctx, { submission: 'V2', person: ANA, about, telling });
      expect((await said(ctx))[3]).toContain('It waits to be read');
      await expect(draftStory(ctx, { about, person: ANA })).rejects.toThrow(refused('story_not_asked_back'));
    });

    it('declines with a reason that only the teller and marketing read', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      const before = (await said(ctx)).length;
      await close(ctx, MIA, { kind: 'declined', reason: 'We have three of these.' });
      expect((await said(ctx)).slice(before).map((line) => line.split(':')[0])).toEqual([
        'C_MARKETING in story_card',
        'U_ANA',
      ]);
      expect((await said(ctx))[0]).toContain('[Tell the story]');
    });

    it('thanks the teller in the thread and directly when it is published', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      await close(ctx, MIA, { kind: 'accepted' });
      const unpermitted = { kind: 'left_out' } as const;
      await close(ctx, MIA, { kind: 'published', link: 'https://example.com/pier', unpermitted });
      expect((await said(ctx)).slice(-2)).toEqual([
        `C_FIELD in request_post: Published: <https://example.com/pier|${TITLE}>. Thank you, <@U_ANA>.`,
        `U_ANA: <@U_MIA> published your story: <https://example.com/pier|${TITLE}>. Thank you.`,
      ]);
    });

    // ../shared/cases/38-published-without-consent: refused, or run out since it was told.
    it('is not published beyond what the customer permits that day without anybody saying so', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      await close(ctx, MIA, { kind: 'accepted' });
      const publish = (unpermitted: Unpermitted | null) =>
        close(ctx, MIA, { kind: 'published', link: 'https://example.com/pier', unpermitted });
      await expect(publish(null)).rejects.toThrow(
        saying('Not permitted today: name and title, company name. Was it published without them?'),
      );
      await expect(publish({ kind: 'used', reason: null })).rejects.toThrow(
        refused('exception_reason_needed'),
      );
      ctx.clock.moveTo(berlin('2028-01-03T10:00'));
      await expect(publish(null)).rejects.toThrow(
        refused('uses_not_permitted', { uses: ['quote', 'name_and_title', 'company_name', 'logo'] }),
      );
      expect((await said(ctx)).some((line) => line.includes('Published'))).toBe(false);
    });

    it('is published with what is not permitted only for a reason that stands in its thread and in the audit log', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      await close(ctx, MIA, { kind: 'accepted' });
      const unpermitted = { kind: 'used', reason: 'Dora said yes on the phone.' } as const;
      await close(ctx, MIA, { kind: 'published', link: 'https://example.com/pier', unpermitted });
      const words = 'name and title, company name: Dora said yes on the phone.';
      const lines = await said(ctx);
      expect(lines).toContain(
        `C_MARKETING in story_card: <@U_MIA> published it with what is not permitted:\n> ${words}`,
      );
      expect(lines.find((line) => line.startsWith('C_MARKETING: '))).toContain('Published by <@U_MIA>');
      const { entries } = await loadAuditLog(ctx);
      expect(entries.map(inWords)[0]).toMatchObject({
        person: MIA,
        what: `Published without permission: ${TITLE}`,
        after: words,
      });
    });

    it('judges on the row who may decide', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      const refusal = saying('Only <@U_MIA> or a marketer can decide about this story.');
      await expect(close(ctx, BEN, { kind: 'accepted' })).rejects.toThrow(refusal);
      const opening = prepareDecision(ctx, { storyId: STORY, person: BEN, kind: 'declined' });
      await expect(opening).rejects.toThrow(refusal);
      await expect(
        decideStory(ctx, { storyId: 'story_9' as StoryId, person: MIA, decision: { kind: 'accepted' } }),
      ).rejects.toThrow(refused('story_not_found'));
    });

    it('lets exactly one of several decide who click at the same moment', async () => {
      const ctx = await world({ marketers: [] });
      await ask(ctx);
      await tell(ctx, ANA);
      const clicks = [MIA, MAX, BEN, MIA].map((person) => close(ctx, person, { kind: 'accepted' }));
      const results = await Promise.allSettled(clicks);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await said(ctx)).filter((line) => line.includes('takes the story'))).toHaveLength(1);
    });
  });
}
