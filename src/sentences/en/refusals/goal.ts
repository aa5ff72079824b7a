import type { Period } from '../../../domain/goal/period.ts';
import type { RefusalSentences } from '../../catalog.ts';
import { sayPeriod } from '../period.ts';

export const GOAL = {
  proposal_ended: ({ how, by }, voice) => {
    const who = voice.person(by, 'Somebody');
    if (how === 'declined') return `${who} has declined this.`;
    if (how === 'withdrawn') return `${who} has withdrawn this.`;
    return 'A newer one has taken the place of this. Please look at that one.';
  },
  proposal_counts: () => 'Both sides have signed this: it counts.',
  proposal_not_yours: ({ by }, voice) =>
    `Only ${voice.person(by, 'who has proposed it')} can withdraw this. Who could sign it can decline it.`,
  decline_reason_needed: () => 'Please say why, in a few words: the others read it.',
  goal_not_found: () => 'This goal is not there any more.',
  goal_proposed_already: ({ by }, voice) =>
    `${voice.person(by, 'Somebody')} has proposed one for this already. It is to be signed, declined or withdrawn first.`,
  goal_period_over: ({ period }) => `${sayPeriod(period as Period)} is over. Please choose a later one.`,
  goal_count_needed: ({ most }) => `A whole number from 1 to ${most.toLocaleString('en')}, please.`,
  goal_amount_needed: () => 'An amount above nothing, please, such as 12,500.',
  no_period: () => 'A month such as 2026-11 or a quarter such as 2026-Q4, please.',
} satisfies Partial<RefusalSentences>;
