import type { RefusalSentences } from '../../catalog.ts';
import { sayMoney } from '../money.ts';

export const MONEY = {
  spend_overlaps: ({ id, from, to, amount }) =>
    `is for days of ${sayMoney(amount)} (${from} to ${to}, ${id}), which is counted already; say whether to replace it or to add to it`,
  spend_not_found: () => 'There is no such amount, or it was taken back before.',
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
