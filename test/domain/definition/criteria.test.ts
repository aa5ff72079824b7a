import { describe, expect, it } from 'vitest';
import { criteriaText, readCriteria } from '../../../src/domain/definition/criteria.ts';
import { FIRST_DEFINITION } from '../../../src/domain/definition/definition.ts';
import { saying } from '../../support/refused.ts';

describe('criteria', () => {
  it('are one a line, required with a star, and keep the code of one that was there', () => {
    const text = '*Fits our market\n- Wants it this year\n\n  * Wants it this YEAR!';
    expect(readCriteria(text, FIRST_DEFINITION.criteria)).toEqual([
      { code: 'fits', label: 'Fits our market', required: true },
      { code: 'wants_it_this_year', label: 'Wants it this year', required: false },
      { code: 'wants_it_this_year_2', label: 'Wants it this YEAR!', required: true },
    ]);
  });

  it('read back as they are written', () => {
    const { criteria } = FIRST_DEFINITION;
    expect(readCriteria(criteriaText(criteria), criteria)).toEqual(criteria);
  });

  it.each([
    ['', 'One criterion a line.'],
    ['*', 'A star needs a criterion'],
    ['A\na', 'is there twice'],
    ['x'.repeat(76), 'At most 75 characters'],
    [Array.from({ length: 11 }, (_, n) => `c${n}`).join('\n'), 'these are 11'],
  ])('such as %j are refused', (text, why) => {
    expect(() => readCriteria(text, [])).toThrow(saying(why));
  });
});
