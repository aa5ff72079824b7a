import { type Money, majorUnits } from '../../domain/money/money.ts';

/** "€18,000" or "€38.50": without needless zeros, as people write amounts in chat. */
export function sayMoney(money: Money): string {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: money.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(majorUnits(money));
}
