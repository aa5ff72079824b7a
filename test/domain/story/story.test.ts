import { describe, expect, it } from 'vitest';
import { decideStory, type StoryDecision } from '../../../src/domain/story/decide.ts';
import { isPermitted, permissionsOf } from '../../../src/domain/story/permission.ts';
import { retell, type StoryId, tell } from '../../../src/domain/story/story.ts';
import type { StoryState } from '../../../src/domain/story/story-state.ts';
import type { AppError } from '../../../src/errors.ts';
import { sayStoryTitle } from '../../../src/sentences/en/story.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleRequest, sampleStory, sampleTelling } from '../../support/sample-insight.ts';

const NOW = berlin('2026-11-20T12:00');
const BY_ANA = { person: ANA, now: NOW, today: '2026-11-20' };
const AT = { now: NOW, today: '2026-11-20' };
const NEW = {
  id: 'story_1' as StoryId,
  requestId: null,
  leadId: null,
  segment: null,
  cardTarget: null,
};

function fieldsRefused(work: () => unknown): string[] {
  try {
    work();
  } catch (refusal) {
    return (refusal as AppError).problems.map(({ field }) => field);
  }
  return [];
}

describe('telling a story', () => {
  it('needs a little more than the customer’s name', () => {
    const bare = { situation: null, whatWeDid: null, result: null, quote: null };
    expect(fieldsRefused(() => tell(sampleTelling(bare), NEW, BY_ANA))).toEqual(['whatWeDid']);
    const file = { id: 'F1', name: 'lobby.png', mimetype: 'image/png', permalink: '' };
    expect(fieldsRefused(() => tell(sampleTelling({ ...bare, files: [file] }), NEW, BY_ANA))).toEqual([]);
  });

  it('does not take a yes and a no to the same use, a yes without its source, or one that is over', () => {
    const consent = { evidence: null, grantedBy: null, until: '2026-11-19' };
    const permissions = { granted: ['quote', 'logo'], refused: ['logo'], consent } as const;
    const refused = fieldsRefused(() => tell(sampleTelling({ permissions }), NEW, BY_ANA));
    expect(refused).toEqual(['refused', 'evidence', 'until']);
  });

  it('asks about every use that was neither allowed nor refused', () => {
    const { permissions } = tell(sampleTelling(), NEW, BY_ANA).story;
    expect(Object.entries(permissions).map(([use, { status }]) => `${use} ${status}`)).toEqual([
      'quote granted',
      'name_and_title to_ask',
      'company_name to_ask',
      'logo granted',
      'photo_or_video refused',
    ]);
  });

  it('permits a use up to and including its last day', () => {
    const { logo } = permissionsOf(sampleTelling().permissions);
    expect([isPermitted(logo, '2027-12-31'), isPermitted(logo, '2028-01-01')]).toEqual([true, false]);
  });

  it('may be told again only by its teller, only when asked back, and keeps its files', () => {
    const file = { id: 'F1', name: 'lobby.png', mimetype: 'image/png', permalink: '' };
    const asked = sampleStory({ state: 'asked_back', files: [file] });
    const { story, event } = retell(asked, sampleTelling({ customer: 'Pier Inns Ltd' }), BY_ANA);
    expect([story.state, story.customer, story.files, event.kind]).toEqual([
      'told',
      'Pier Inns Ltd',
      [file],
      'retold',
    ]);
    expect(() => retell(asked, sampleTelling(), { ...BY_ANA, person: BEN })).toThrow(
      refused('story_not_yours', { toldBy: ANA }),
    );
    expect(() => retell(sampleStory(), sampleTelling(), BY_ANA)).toThrow(refused('story_not_asked_back'));
  });
});

describe('the headline of a story', () => {
  it.each([
    [{}, 'Pier Inns: 2 days instead of 9, at each month-end'],
    [{ result: { number: '40', unit: '%', baseline: null, period: null } }, 'Pier Inns: 40 %'],
    [{ result: null, whatWeDid: 'We did it. Then we left.' }, 'Pier Inns: We did it'],
    [{ result: null, whatWeDid: null }, 'Pier Inns: “We sleep again.”'],
    [{ result: null, whatWeDid: null, quote: null, situation: null }, 'Pier Inns'],
  ])('is the result, or the best there is (%#)', (changes, words) => {
    expect(sayStoryTitle(sampleStory(changes))).toBe(words);
  });

  it('stays one short line', () => {
    const long = sayStoryTitle(
      sampleStory({ result: null, whatWeDid: `${'very '.repeat(100)}long\nsecond line` }),
    );
    expect(long.length).toBeLessThan(170);
    expect(long).not.toContain('\n');
  });
});

const CLOSINGS: Record<string, StoryDecision> = {
  accept: { kind: 'accepted' },
  'ask back': { kind: 'asked_back', question: 'Which banks?' },
  decline: { kind: 'declined', reason: 'Too small.' },
  publish: { kind: 'published', link: 'https://example.com/pier', unpermitted: { kind: 'left_out' } },
};

describe('what marketing does with a story', () => {
  const decider = { person: MIA, marketers: [MIA], request: null };

  it('follows its life and no other way', () => {
    const states: StoryState[] = ['told', 'asked_back', 'accepted', 'published', 'declined'];
    const allowed = states.flatMap((state) =>
      Object.entries(CLOSINGS).flatMap(([step, closing]) => {
        try {
          return [
            `${state} → ${step} → ${decideStory(sampleStory({ state }), closing, decider, AT).story.state}`,
          ];
        } catch {
          return [];
        }
      }),
    );
    expect(allowed).toEqual([
      'told → accept → accepted',
      'told → ask back → asked_back',
      'told → decline → declined',
      'asked_back → accept → accepted',
      'asked_back → decline → declined',
      'accepted → publish → published',
    ]);
  });

  it('is for the marketers and the asker, and for anybody while no marketers are named', () => {
    const may = (
      person: typeof MIA,
      marketers: (typeof MIA)[],
      request = sampleRequest({ askedBy: MAX }),
    ) => {
      try {
        return decideStory(sampleStory(), { kind: 'accepted' }, { person, marketers, request }, AT) !== null;
      } catch {
        return false;
      }
    };
    expect([may(MIA, [MIA]), may(MAX, [MIA]), may(BEN, [MIA]), may(BEN, [])]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('never publishes what was told for inside use only', () => {
    const story = sampleStory({ state: 'accepted', confidentiality: 'internal' });
    const publish = () => decideStory(story, CLOSINGS.publish!, decider, AT);
    expect(publish).toThrow(refused('story_internal'));
  });

  it('says to a late click what happened meanwhile', () => {
    const late = () => decideStory(sampleStory({ state: 'declined' }), { kind: 'accepted' }, decider, AT);
    expect(late).toThrow(refused('story_moved_on', { state: 'declined' }));
  });
});
