import type { RefusalSentences } from '../../catalog.ts';

export const INSIGHT = {
  request_not_found: () => 'This request is not in the database any more.',
  request_answered: ({ askedBy }, voice) =>
    `${voice.person(askedBy, 'Whoever asked')} has what was asked for here. Thank you all the same.`,
  due_date_past: () => 'Choose today or a later day.',
  nobody_to_ask: () => 'No field channel is set yet: name at least one other person.',
  named_yourself: () => 'That is you: choose Tell the story instead.',
  named_the_asker: () => 'They are the one who asks. Who else could know?',
} satisfies Partial<RefusalSentences>;
