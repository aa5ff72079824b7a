import { expect, it } from 'vitest';
import { cardsOf, NO_WISH, openQuestions } from '../../../src/domain/brought-file/brought-file.ts';
import { fileWith, LOOK } from '../../support/brought-file.ts';

it('Cards are for the leads of three days, for all but tests, or for none, and never for money', () => {
  expect(cardsOf(LOOK, NO_WISH)).toBe(53);
  expect(cardsOf(LOOK, { ...NO_WISH, post: 'all' })).toBe(58);
  expect(cardsOf(LOOK, { ...NO_WISH, post: 'none' })).toBe(0);
  expect(cardsOf({ ...LOOK, noun: 'spend' }, NO_WISH)).toBe(0);
});

it('More than fifty are asked about until somebody has said', () => {
  expect(openQuestions(fileWith({}))).toEqual([{ kind: 'cards', cards: 53 }]);
  expect(openQuestions(fileWith({ look: { ...LOOK, recent: 50 } }))).toEqual([]);
  expect(openQuestions(fileWith({ wish: { ...NO_WISH, post: 'recent' } }))).toEqual([]);
  expect(openQuestions(fileWith({ look: null }))).toEqual([]);
});
