import { describe, expect, it } from 'vitest';
import { decideStory, type StoryDecision } from '../../../src/domain/story/decide.ts';
import type { StoryState } from '../../../src/domain/story/story-state.ts';
import { berlin } from '../../support/berlin.ts';
import { BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleRequest, sampleStory } from '../../support/sample-insight.ts';

const NOW = berlin('2026-11-20T12:00');

const AT = { now: NOW, today: '2026-11-20' };

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
