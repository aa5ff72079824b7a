import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../emulator/validation/index.ts';
import type { InsightRequestId } from '../../src/domain/insight/insight-request.ts';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { StoryDecision, Unpermitted } from '../../src/domain/story/decide.ts';
import type { StoryId } from '../../src/domain/story/story.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { insertLeads } from '../../src/store/lead/lead.ts';
import { answerRequest, prepareAnswer, type ReplyInput } from '../../src/usecases/insight/answer-request.ts';
import { askField, draftRequest } from '../../src/usecases/insight/ask-field.ts';
import { decideStory, prepareDecision } from '../../src/usecases/story/decide-story.ts';
import { draftStory } from '../../src/usecases/story/draft-story.ts';
import { tellStory } from '../../src/usecases/story/tell-story.ts';
import type { FirstStart } from '../../src/usecases/team/ensure-settings.ts';
import { loadAuditLog } from '../../src/usecases/team/load-audit-log.ts';
import { inWords } from '../support/audit.ts';
import { berlin } from '../support/berlin.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, BEN, MAX, MIA } from '../support/people.ts';
import { refused, saying } from '../support/refused.ts';
import { renderedMessage } from '../support/rendered.ts';
import { sampleAsking, sampleTelling } from '../support/sample-insight.ts';
import { BERLIN, sampleLead } from '../support/sample-lead.ts';

const NOW = berlin('2026-11-20T10:00');
const REQUEST = 'request_0001' as InsightRequestId;
const STORY = 'story_0001' as StoryId;
const ABOUT = { kind: 'request', id: REQUEST } as const;
const TITLE = 'Pier Inns: 2 days instead of 9, at each month-end';

for (const dialect of DIALECTS) {
  describe(`asking the field on ${dialect}`, () => {
    const world = (firstStart: Partial<FirstStart> = {}) =>
      testContext(dialect, { startAt: NOW, firstStart: { timezone: BERLIN, ...firstStart } });

    it('starts from what was typed, and from five working days', async () => {
      const draft = await draftRequest(await world(), 'case study about hotels');
      expect(draft).toEqual({ kind: 'case_study', topic: 'hotels', dueDate: '2026-11-27' });
    });

    it('is a post in the field channel and a direct message to each person named, once', async () => {
      const ctx = await world();
      await ask(ctx);
      await ask(ctx);
      const wanted = 'a case study about hotel groups that saved reconciliation time, by Fri 27 Nov.';
      expect(await said(ctx)).toEqual([
        `C_FIELD: <@U_MIA> asks the field for ${wanted} [Tell the story] [I know who] [Can’t help]`,
        `U_ANA: <@U_MIA> asks you for ${wanted} [Tell the story] [I know who] [Can’t help]`,
        `U_BEN: <@U_MIA> asks you for ${wanted} [Tell the story] [I know who] [Can’t help]`,
      ]);
    });

    it('reaches the people named even while there is no field channel', async () => {
      const ctx = await world({ fieldChannel: null });
      await ask(ctx);
      await answer(ctx, BEN, { kind: 'cannot_help' });
      const [first, second, line] = await said(ctx);
      expect([first, second]).toEqual([expect.stringMatching(/^U_ANA: /), expect.stringMatching(/^U_BEN: /)]);
      expect(line).toMatch(
        /^U_MIA: <@U_MIA>, <@U_BEN> can’t help with this one\. \(You asked for a case study/,
      );
    });

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

    it('delivers a story to marketing, once, and says so where everybody asked', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      await tell(ctx, ANA);
      expect((await said(ctx)).slice(3)).toEqual([
        `C_MARKETING: <@U_ANA> told a story: ${TITLE}. It waits to be read. [Accept] [Ask back] [Decline]`,
        `C_FIELD in request_post: <@U_MIA>, <@U_ANA> told one: *${TITLE}*. Allowed: quote, logo (until 31 December 2027, by Dora Klein, E-mail of 3 May) · To be asked: name and title, company name · Refused: photo or video`,
      ]);
    });

    it('delivers it to the asker while there is no marketing channel', async () => {
      const ctx = await world({ marketingChannel: null });
      await ask(ctx);
      await tell(ctx, ANA);
      expect((await said(ctx))[3]).toMatch(/^U_MIA: <@U_ANA> told a story/);
    });

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

    it('takes a story that somebody was writing while another one was accepted', async () => {
      const ctx = await world();
      await ask(ctx);
      await tell(ctx, ANA);
      await close(ctx, MIA, { kind: 'accepted' });
      await tell(ctx, BEN);
      expect((await said(ctx)).filter((line) => line.startsWith('C_MARKETING: <@U_BEN> told'))).toHaveLength(
        1,
      );
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

function ask(ctx: TestContext): Promise<void> {
  return askField(ctx, { submission: 'VASK', person: MIA, asking: sampleAsking() });
}

function answer(ctx: TestContext, person: PersonId, given: ReplyInput): Promise<void> {
  return answerRequest(ctx, { requestId: REQUEST, person, answer: given });
}

function tell(ctx: TestContext, person: PersonId): Promise<void> {
  return tellStory(ctx, { submission: `VTELL${person}`, person, about: ABOUT, telling: sampleTelling() });
}

function close(ctx: TestContext, person: PersonId, closing: StoryDecision): Promise<void> {
  return decideStory(ctx, { storyId: STORY, person, decision: closing });
}

/** What Slack would show now, in the order of first telling; each as Slack would take it. */
function said(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql.selectFrom('outbox').selectAll().orderBy('id').execute();
    const lines: string[] = [];
    for (const row of rows) {
      const shown = await renderedMessage(tx, row, ctx.clock.now());
      if (!shown) throw new Error(`${row.kind} shows nothing`);
      expect(checkMessage({ text: shown.text, blocks: shown.blocks })).toEqual([]);
      const buttons = shown.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
      const labels = buttons.map((button) => ('text' in button ? ` [${button.text?.text}]` : ''));
      const thread = row.threadOf ? ` in ${row.threadOf.split(':')[0]}` : '';
      lines.push(`${row.target}${thread}: ${shown.text}${labels.join('')}`);
    }
    return lines;
  });
}
