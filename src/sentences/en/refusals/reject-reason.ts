import type { RefusalSentences } from '../../catalog.ts';

export const REJECT_REASON = {
  reason_not_listed: () => 'This reason is not in the list any more.',
  reason_gone: () => 'This reason is not in the list any more. Please choose another.',
  last_reason: () => 'This is the last reason. A lead could not be rejected without one.',
  too_many_reasons: ({ most }) => `${most} reasons are in use, and a menu holds no more. Retire one first.`,
  reason_label_length: ({ most }) => `One to ${most} characters, please.`,
  reason_label_taken: ({ isRetired }) =>
    `There is one of that name ${isRetired ? 'among the retired ones: bring it back' : 'in the list'}.`,
  rest_days_needed: ({ most }) => `For how many days? A number from 1 to ${most}.`,
} satisfies Partial<RefusalSentences>;
