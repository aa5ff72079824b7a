import type { RefusalSentences } from '../../catalog.ts';
import { clip } from '../../clip.ts';

/** Sources and campaigns. */
export const SOURCE = {
  sources_not_yours: ({ people }, voice) =>
    `Marketers and managers change this. Please ask ${people.map((id) => voice.person(id, 'one of them')).join(', ')}.`,
  source_not_known: ({ name }, voice) => `I know nothing that is called ${voice.text(clip(name, 80))}.`,
  source_gone: () => 'Somebody has merged this meanwhile, or taken it back. Please look at the list again.',
  name_length: ({ most }) => `A name of up to ${most} characters, please.`,
  spelling_taken: ({ name }, voice) =>
    `That is how ${voice.text(clip(name, 80))} is written. If they are the same, merge them.`,
  merged_into_itself: () => 'Please choose another one to merge it into.',
  campaigns_of_two_sources: () =>
    'These campaigns are of two sources. If the sources are the same, merge those first.',
  split_nothing_chosen: () => 'Which spellings are another one’s?',
  split_name_stays: ({ name }, voice) =>
    `${voice.text(clip(name, 80))} is its name and stays. Choose some of the others.`,
  campaign_ends_before_start: () => 'The last day is not before the first.',
  source_change_undone: () => 'This is taken back already.',
  source_changed_since: () => 'Something else has been changed there since. Please take that back first.',
  nothing_changed_there: () => 'Nothing has been changed that could be taken back.',
  merge_needs_into: ({ words }, voice) =>
    `“${voice.text(clip(words, 80))}” does not say what is merged into what: tango sources merge A INTO B`,
} satisfies Partial<RefusalSentences>;
