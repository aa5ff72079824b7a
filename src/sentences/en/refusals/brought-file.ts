import type { RefusalSentences } from '../../catalog.ts';
import { count } from '../count.ts';

/** Files that people bring. */
export const BROUGHT_FILE = {
  brought_file_not_found: () => 'This file is not known any more. Please send it again.',
  brought_file_not_yours: () => 'Whoever brought the file decides about it.',
  files_not_yours: ({ people, ofDeals }, voice) =>
    `${ofDeals ? 'Only managers import what was won and lost.' : 'Only marketing and managers import files.'} Please ask ${people.map((id) => voice.person(id, 'one of them')).join(', ')}.`,
  brought_file_decided: () => 'That has been decided already.',
  people_asked_later: ({ waitMs }) =>
    `Slack lets me ask only so often who somebody is: I go on by myself in ${count(Math.ceil(waitMs / 1000), 'second')}.`,
  field_chosen_twice: ({ field }) => `${field} is chosen for two columns: one of them, please.`,
} satisfies Partial<RefusalSentences>;
