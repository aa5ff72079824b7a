import { expect, it } from 'vitest';
import { plainDigits } from '../../src/domain/plain-digits.ts';

it.each([
  ['٠٢٠٧٩٤٦٠٠١٨', '02079460018'],
  ['۱۲۳۴۵۶۷۸۹۰', '1234567890'],
  ['१२३', '123'],
  ['１２３', '123'],
  ['𝟜𝟚', '42'],
  ['Flat 7½, 2nd', 'Flat 7½, 2nd'],
])('%s is %s', (text, plain) => expect(plainDigits(text)).toBe(plain));
