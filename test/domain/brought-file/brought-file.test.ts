import { expect, it } from 'vitest';
import {
  cardsOf,
  type FileLook,
  type FileState,
  isPending,
  NO_WISH,
  openQuestions,
  overlapOf,
} from '../../../src/domain/brought-file/brought-file.ts';
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

it('Amounts that cover a part of earlier days are asked about until somebody has said', () => {
  const look = { ...LOOK, recent: 0, overlaps: 3 };
  expect(openQuestions(fileWith({ look }))).toEqual([{ kind: 'overlap', rows: 3 }]);
  expect(openQuestions(fileWith({ look, wish: { ...NO_WISH, overlap: 'leave' } }))).toEqual([]);
});

it('What is left out is refused as if nobody had been asked', () => {
  const rules = (['leave', 'replace', 'add', null] as const).map((overlap) =>
    overlapOf({ ...NO_WISH, overlap }),
  );
  expect(rules).toEqual(['ask', 'replace', 'add', 'ask']);
});

it('A file is pending while somebody has to decide or we have to work, and not once there is nothing to take', () => {
  const file = (state: FileState, look: FileLook) => ({
    state,
    look,
    wish: { ...NO_WISH, post: 'recent' as const },
  });
  expect(isPending(file('shown', LOOK))).toBe(true);
  expect(isPending(file('shown', { ...LOOK, fit: 0 }))).toBe(false);
  expect(isPending({ ...file('shown', { ...LOOK, fit: 0, recent: 60 }), wish: NO_WISH })).toBe(true);
  expect(isPending(file('waiting', LOOK))).toBe(true);
  expect(isPending(file('done', LOOK))).toBe(false);
});
