import { type Money, majorUnits } from '../../domain/money/money.ts';

/** "€18,000" or "€38.50": without needless zeros, as people write amounts in chat. */
export function sayMoney(money: Money): string {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: money.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(majorUnits(money));
}

const WHOLE_FROM = 10;

/** "€38" of €38.21, "€4.20": of what is an average or a sum, cents say nothing from ten on. */
export function sayRoundMoney(money: Money): string {
  const major = majorUnits(money);
  if (Math.abs(major) < WHOLE_FROM) return sayMoney(money);
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: money.currency,
    maximumFractionDigits: 0,
  }).format(major);
}

/** What a field for an amount begins with: read again, it is the same money. */
export function amountToType(money: Money, assumed: string): string {
  const plain = String(majorUnits(money));
  return money.currency === assumed ? plain : `${money.currency} ${plain}`;
}
