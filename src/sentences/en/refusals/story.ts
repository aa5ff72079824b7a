import type { StoryState } from '../../../domain/story/story-state.ts';
import type { RefusalSentences } from '../../catalog.ts';
import { sayUses } from '../story.ts';

const STATES: Record<StoryState, string> = {
  told: 'waits to be read',
  asked_back: 'waits for its teller to add something',
  accepted: 'was accepted already',
  published: 'was published already',
  declined: 'was declined already',
};

export const STORY = {
  story_not_found: () => 'This story is not in the database any more.',
  story_not_yours: ({ toldBy }, voice) =>
    `${voice.person(toldBy, 'Somebody else')} told this one, and only they can add to it.`,
  story_not_asked_back: () => 'Nothing is asked about this story any more. Thank you all the same.',
  story_moved_on: ({ state }) => `This story ${STATES[state]}. I have refreshed the card.`,
  story_not_yours_to_decide: ({ askedBy }, voice) => {
    const who = askedBy === null ? '' : `${voice.person(askedBy, 'whoever asked for it')} or `;
    return `Only ${who}a marketer can decide about this story.`;
  },
  story_internal: ({ toldBy }, voice) =>
    `${voice.person(toldBy, 'Its teller')} told this one for inside use only. Ask them first.`,
  story_without_substance: () => 'Tell a little: what we did, what they said, or add a picture.',
  story_number_needed: () => 'Which number? Or leave all four empty.',
  story_words_needed: () => 'What did they say?',
  uses_contradict: ({ uses }) => `Marked as allowed above and refused here: ${sayUses(uses)}.`,
  consent_needed: () => 'Say how we know, or who allowed it below.',
  consent_over: () => 'This day is over: leave it empty or choose a later one.',
  uses_not_permitted: ({ uses }) => `Not permitted today: ${sayUses(uses)}. Was it published without them?`,
  link_needed: () => 'Please paste a link that starts with https://.',
  exception_reason_needed: () => 'Why could it not wait? A manager reads this.',
} satisfies Partial<RefusalSentences>;
