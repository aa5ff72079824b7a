import type { RefusalSentences } from '../../catalog.ts';

/** Files that people bring. */
export const BROUGHT_FILE = {
  brought_file_not_found: () => 'This file is not known any more. Please send it again.',
  brought_file_not_yours: () => 'Whoever brought the file decides about it.',
  files_not_yours: ({ people, ofDeals }, voice) =>
    `${ofDeals ? 'Only managers import what was won and lost.' : 'Only marketing and managers import files.'} Please ask ${people.map((id) => voice.person(id, 'one of them')).join(', ')}.`,
  brought_file_decided: () => 'That has been decided already.',
  field_chosen_twice: ({ field }) => `${field} is chosen for two columns: one of them, please.`,
} satisfies Partial<RefusalSentences>;
