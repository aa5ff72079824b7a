/** Phone numbers as they are written down. */
import { plainDigits } from '../../domain/plain-digits.ts';

/** Without what programs write in front: `tel:`, `p:`, the apostrophe by which a spreadsheet keeps a plus. */
export function readPhone(text: string): string | null {
  const plain = text
    .replaceAll(/\p{Cf}+/gu, '')
    .replace(/^(?:tel|phone|p)\s*:\s*(?:\/\/)?/i, '')
    .replace(/^['’=]+(?=[+\d(])/, '')
    .trim();
  return plain === '' ? null : plain;
}

/** A text that is nothing but a number with the code of its country. */
export function isPlainlyPhone(text: string): boolean {
  const plain = plainDigits(text.normalize('NFKC').trim());
  if (!/^(?:tel:|p:)?['’]?(?:\+|00(?=[1-9]))[\d\s()./-]+$/.test(plain)) return false;
  const digits = plain.replaceAll(/\D/g, '').length;
  return digits >= 8 && digits <= 17;
}
