import { expect, it } from 'vitest';
import { clip, cut } from '../../src/sentences/clip.ts';

it.each([
  ['Dana Whitfield', 20, 'Dana Whitfield'],
  ['Dana Whitfield', 6, 'Dana…'],
  ['aaaa🏨', 5, 'aaaa…'],
  ['🏨🏨🏨', 4, '🏨…'],
  // A family of eleven units, a flag, and a letter with its mark are one character each.
  ['ab👨‍👩‍👧‍👦cd', 8, 'ab…'],
  ['ab🇩🇪cd', 6, 'ab…'],
  ['cafe\u0301s and more', 6, 'cafe\u0301…'],
  ['caffe\u0301s and more', 6, 'caff…'],
])('%s in %i is %s', (text, most, shown) => expect(clip(text, most)).toBe(shown));

it('A field begins with whole characters and no ellipsis', () => {
  expect(cut(`${'a'.repeat(9)}🏨`, 10)).toBe('a'.repeat(9));
  expect(cut('a'.repeat(10), 10)).toBe('a'.repeat(10));
});

it('One character longer than all the room is cut at a code point', () => {
  const stacked = `a${'\u0301'.repeat(50)}`;
  expect(cut(stacked, 10)).toHaveLength(10);
  expect(cut('🏨', 1)).toBe('');
});

it('Half a character that came from outside goes no further', () => {
  expect(clip('Dana \ud83d', 10)).toBe('Dana \ufffd');
  expect(clip('\ude00 Dana Whitfield', 8)).toBe('\ufffd Dana…');
  expect(cut('\ude00 Dana', 3)).toBe('\ufffd D');
});
