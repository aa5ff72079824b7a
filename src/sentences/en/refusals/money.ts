import type { RefusalSentences } from '../../catalog.ts';
import { sayMoney } from '../money.ts';

export const MONEY = {
  spend_overlaps: ({ id, from, to, amount }) =>
    `is for days of ${sayMoney(amount)} (${from} to ${to}, ${id}), which is counted already; say whether to replace it or to add to it`,
  spend_not_found: () => 'There is no such amount, or it was taken back before.',
  spend_replaced: () => 'A newer amount stands for this one by now: that one can be corrected.',
  spend_not_yours: ({ people }, voice) =>
    `Only marketing and managers see and record what was spent. Please ask ${people.map((id) => voice.person(id, 'one of them')).join(', ')}.`,
  spend_note_needed: () => 'What was it for? A word or two, or a source or campaign below.',
  spend_note_length: ({ most }) => `At most ${most} characters, please.`,
  spend_side_needed: () => 'Whose money was it, marketing’s or sales’?',
  spend_days_unreadable: () =>
    'Please write a month or days, such as Nov 2026, 15 Nov 2026 or 1–15 Nov 2026.',
  spend_days_backwards: () => 'The last day is before the first.',
  spend_days_too_many: ({ years }) => `At most ${years} years at once, please.`,
  spend_days_ahead: () => 'That is after the end of next year. Is the year right?',
  no_currency: ({ text }, voice) => `${voice.text(text)} is not a currency code`,
  no_amount: ({ text }, voice) => `“${voice.text(text)}” is not an amount such as 1234.50`,
  amount_too_large: ({ text }, voice) => `${voice.text(text)} is too large an amount`,
  amount_not_finite: () => 'An amount must be a finite number',
  amount_unreadable: () => 'Please write a number such as 18000 or 18000.50.',
  amount_two_readings: ({ readings: [more, less] }) =>
    `Is that ${more} or ${less}? Please write it that way.`,
  currency_contradicts: ({ written, said }) =>
    `You wrote ${written[0]}, and ${said} is chosen. Which one is it?`,
  currency_unclear: ({ written }) => {
    const [first, ...others] = written.slice(0, 3);
    return `Is that ${[first, ...others].join(', ')} or another? Please write it as in ${first} 18000.`;
  },
} satisfies Partial<RefusalSentences>;
