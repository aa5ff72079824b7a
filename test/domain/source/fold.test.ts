import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlatformId, nameKey, tidyName } from '../../../src/domain/source/fold.ts';

it.each([
  ['Café Expo', 'Cafe\u0301 Expo', 'CAFÉ  EXPO', 'café-expo', 'Café\u00a0Expo', 'Caf\u00e9_Expo\u200b'],
  ['Google Ads', 'google ads', 'GoogleAds', 'Google-Ads', 'Google – Ads', 'Ｇｏｏｇｌｅ Ads', 'google.ads '],
  ['Straße', 'STRASSE', 'strasse'],
  ['ΟΔΟΣ', 'οδος'],
  ['Fair 2026-11', 'fair 2026.11', 'Fair 2026 – 11', 'FAIR2026_11'],
])('%s is the same name however it is spelled', (...names) => {
  expect(new Set(names.map(nameKey)).size).toBe(1);
});

it.each([
  ['Fair 1 12', 'Fair 11 2'],
  ['Hotels Q3', 'Hotels Q4'],
  ['Café', 'Cafe'],
  ['A&B', 'AB'],
  ['C++', 'C'],
  ['---', '…'],
  ['🎉', '🎈'],
])('%s and %s are two names', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

it('A name of which nothing is left is a name still', () => {
  expect(nameKey('---')).not.toBe('');
  expect(nameKey('---')).toBe(nameKey(' --- '));
});

it('What is stored as a name has the key that it came with, whatever came', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      expect(nameKey(tidyName(name) || name)).toBe(nameKey(name));
      expect(nameKey(name)).not.toBe('');
    }),
    { numRuns: 500 },
  );
});

it('A row of digits is an ad platform’s id, a year or a name with a number is not', () => {
  expect(['20999888777', ' 123456 '].map(isPlatformId)).toEqual([true, true]);
  expect(['2026', 'Hotels 123456', '12-345-678'].map(isPlatformId)).toEqual([false, false, false]);
});
