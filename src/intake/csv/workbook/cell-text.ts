import type { NumberFormat } from './number-format.ts';

/** The number of a cell as text that no reader takes for another: ISO for dates, a point before fractions, digits in full. */
export function numberText(raw: string, format: NumberFormat, is1904: boolean): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  switch (format.kind) {
    case 'date':
      return dateText(value, format, is1904) ?? plainNumber(raw);
    case 'time':
      return timeText(value, is1904) ?? plainNumber(raw);
    case 'percent':
      return `${shifted(plainNumber(raw), 2)}%`;
    case 'currency':
      return `${format.sign} ${unmistakable(plainNumber(raw))}`;
    case 'digits':
      return masked(plainNumber(raw), format.mask);
    case 'plain':
      return unmistakable(plainNumber(raw));
  }
}

const KEPT_DIGITS = 15;

/** All digits, no exponent. Of a fraction as many as Excel keeps: what it computed to 0.30000000000000004 it shows as 0.3. */
function plainNumber(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const text = String(Number(Number(raw).toPrecision(KEPT_DIGITS)));
  const [digits = '', exponent] = text.split('e');
  return exponent === undefined ? text : shifted(digits, Number(exponent));
}

/** The point moved to the right, or by a negative number to the left. */
function shifted(number: string, places: number): string {
  const [, minus = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  const digits = whole + fraction;
  const point = whole.length + places;
  const left =
    digits
      .slice(0, Math.max(point, 0))
      .padEnd(point, '0')
      .replace(/^0+(?=\d)/, '') || '0';
  const right = `${'0'.repeat(Math.max(-point, 0))}${digits.slice(Math.max(point, 0))}`.replace(/0+$/, '');
  return minus + (right === '' ? left : `${left}.${right}`);
}

/** "1.234" could be a thousand and more; the number in the cell cannot. */
function unmistakable(number: string): string {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(number) ? `${number}0` : number;
}

/** From the right: each place takes a digit, what is left over stands before the first. */
function masked(number: string, mask: string): string {
  if (!/^\d+$/.test(number)) return number;
  let digits = number;
  let text = '';
  const first = mask.search(/[0#?]/);
  for (let at = mask.length - 1; at >= 0; at--) {
    const sign = mask.charAt(at);
    if (!/[0#?]/.test(sign)) {
      text = sign + text;
      continue;
    }
    const isFirst = at === first;
    const taken = isFirst ? digits : digits.slice(-1);
    digits = isFirst ? '' : digits.slice(0, -1);
    text = (taken || (sign === '0' ? '0' : '')) + text;
  }
  return text;
}

const DAY_MS = 86_400_000;
/** Excel counts a 29th of February 1900 that never was: from the day after it on, day 0 is the 30th of December. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

function dateText(
  value: number,
  { hasTime, isMonth }: { hasTime: boolean; isMonth: boolean },
  is1904: boolean,
): string | null {
  if (value < 0 || value > LAST_DAY + 1) return null;
  const early = !is1904 && value < 60 ? DAY_MS : 0;
  const epoch = is1904 ? EPOCH_1904 : EPOCH_1900;
  const iso = new Date(epoch + early + Math.round(value * DAY_MS)).toISOString();
  if (isMonth) return iso.slice(0, 7);
  const isWhole = Number.isInteger(value);
  return isWhole && !hasTime ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${clockOf(iso)}`;
}

function timeText(value: number, is1904: boolean): string | null {
  if (value < 0 || value > LAST_DAY) return null;
  if (value >= 1) return dateText(value, { hasTime: true, isMonth: false }, is1904);
  return clockOf(new Date(Math.round(value * DAY_MS)).toISOString());
}

function clockOf(iso: string): string {
  const clock = iso.slice(11, 23);
  return clock.endsWith('.000') ? clock.slice(0, 8) : clock;
}
