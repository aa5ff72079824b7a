import type { RefusalSentences } from '../../catalog.ts';

export const REJECTS = {
  rejects_not_found: () => 'These rejects are not in the database any more.',
  rejects_answered: ({ by }, voice) => `${voice.person(by, 'Somebody')} has answered this already.`,
  rejects_undone: () => 'All of these rejects were taken back: there is nothing to answer any more.',
  rejects_not_yours: ({ owner }, voice) => {
    const who = owner === null ? '' : `${voice.person(owner, 'whoever has the campaign')}, `;
    return `Only ${who}a marketer or a manager can answer this.`;
  },
  rejects_not_answered: () => 'There is no answer to this any more: it was taken back.',
  answer_not_yours: ({ by }, voice) =>
    `${voice.person(by, 'Somebody else')} gave this answer: only they or a manager can change it.`,
  answer_too_late: ({ minutes }) =>
    `An answer can be changed for ${minutes} minutes by who gave it. After that a manager can.`,
  change_needed: () => 'What was it that you changed?',
  sentence_needed: () => 'Say it in a sentence: whoever rejected these leads reads it.',
} satisfies Partial<RefusalSentences>;
