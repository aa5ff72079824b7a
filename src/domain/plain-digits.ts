/** The digits of every script as 0 to 9: ٤٢ and ४२ and ４２ are 42. */
export function plainDigits(text: string): string {
  return text.replaceAll(/[^\d\P{Nd}]/gu, (digit) => String(asNumber(digit)));
}

/** Unicode keeps the ten digits of a script together, from a code point that ends in 0 or in 6; those of mathematics are plain by NFKC. */
function asNumber(digit: string): number {
  const plain = digit.normalize('NFKC');
  if (/^\d$/.test(plain)) return Number(plain);
  const code = digit.codePointAt(0) ?? 0;
  const start = code & ~15;
  return /\p{Nd}/u.test(String.fromCodePoint(start)) ? code - start : code - start - 6;
}
