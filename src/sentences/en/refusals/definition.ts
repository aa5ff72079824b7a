import type { RefusalSentences } from '../../catalog.ts';
import { clip } from '../../clip.ts';

export const DEFINITION = {
  proposal_not_found: () => 'This proposal is not there any more.',
  proposers_only: () => 'Managers and marketers propose; both sides sign.',
  proposal_channel_needed: () => 'Please set a scorecard or leads channel first: both sides sign there.',
  signed_already: () => 'You have signed already. The other side signs next.',
  side_signed_already: ({ by, side }, voice) =>
    `${voice.person(by, 'Somebody')} has signed for ${side}. The other side signs next.`,
  other_asked_to_sign: ({ person, side }, voice) =>
    `${voice.person(person, 'Somebody else')} was asked to sign for ${side}.`,
  cannot_sign_for: ({ side }) =>
    `This person ${side === 'sales' ? 'is a marketer' : 'is no marketer'} and cannot sign for ${side}.`,
  one_for_both_sides: () => 'One person cannot sign for both sides.',
  criteria_needed: () => 'What must be true of a qualified lead? One criterion a line.',
  too_many_criteria: ({ most, count }) => `At most ${most} criteria; these are ${count}.`,
  criterion_empty: () => 'A star needs a criterion behind it.',
  criterion_too_long: ({ most, label }, voice) =>
    `At most ${most} characters a line: “${voice.text(clip(label, 31))}” is longer.`,
  criterion_twice: ({ label }, voice) => `“${voice.text(label)}” is there twice.`,
} satisfies Partial<RefusalSentences>;
