import { type Money, majorUnits } from '../../domain/money/money.ts';

/** "€18,000" or "€38.50": without needless zeros, as people write amounts in chat. */
export function sayMoney(money: Money): string {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: money.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(majorUnits(money));
}

/** What a field for an amount begins with: read again, it is the same money. */
export function amountToType(money: Money, assumed: string): string {
  const plain = String(majorUnits(money));
  return money.currency === assumed ? plain : `${money.currency} ${plain}`;
}
