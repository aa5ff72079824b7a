import { describe, expect, it } from 'vitest';
import { assertNoToken, isToken } from '../../../src/domain/lead/token.ts';
import { refused } from '../../support/refused.ts';

const TOKENS = [
  ...['00Q5g00000abcDE', '0035g00000ABCDEfgh', '4f0c2b7d-1111-4abc-9def-0123456789ab', '4f0c2b7d1111'],
  ...['77889900', '# 123 456', 'tf_8dKx02Lq99'],
];
const NAMES = ['Dana Whitfield', 'Jean-Luc', 'X Æ A-12', '李雷', 'R2-D2', 'Abdurrahman3', 'deadbeefcafe'];

describe('a key of some program', () => {
  it.each(TOKENS)('%s is nobody’s name', (text) => {
    expect(isToken(text)).toBe(true);
    expect(() => assertNoToken(` ${text} `)).toThrow(refused('name_is_id'));
  });

  it.each([...NAMES, null])('%s is none', (name) => {
    expect(() => assertNoToken(name)).not.toThrow();
  });
});
