import { describe, expect, it } from 'vitest';
import { retell, type StoryId, tell } from '../../../src/domain/story/story.ts';
import type { AppError } from '../../../src/errors.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleStory, sampleTelling } from '../../support/sample-insight.ts';

const NOW = berlin('2026-11-20T12:00');

const BY_ANA = { person: ANA, now: NOW, today: '2026-11-20' };

const NEW = {
  id: 'story_1' as StoryId,
  requestId: null,
  leadId: null,
  segment: null,
  cardTarget: null,
};

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

function fieldsRefused(work: () => unknown): string[] {
  try {
    work();
  } catch (refusal) {
    return (refusal as AppError).problems.map(({ field }) => field);
  }
  return [];
}
