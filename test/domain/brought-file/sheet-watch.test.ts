import { expect, it } from 'vitest';
import { NO_WISH, type SheetWatchId } from '../../../src/domain/brought-file/brought-file.ts';
import { isSheet, isUnseen, nextOfLook } from '../../../src/domain/brought-file/sheet-watch.ts';
import { LOOK } from '../../support/brought-file.ts';

it('A file of Slack is no sheet', () => {
  expect([isSheet({ fileId: 'F0123' }), isSheet({ fileId: 'https://docs.google.com/x' })]).toEqual([
    false,
    true,
  ]);
});

it('What is new comes in by itself, what is open is asked, and of nothing new nobody hears', () => {
  const watch = { wish: NO_WISH };
  expect(nextOfLook(watch, LOOK, null)).toBe('shown');
  const few = { ...LOOK, recent: 3 };
  expect(nextOfLook(watch, few, null)).toBe('asked');
  expect(nextOfLook(watch, { ...few, fit: 0, updated: 2 }, null)).toBe('asked');
  expect(nextOfLook(watch, { ...few, fit: 0 }, null)).toBeNull();
});

it('Rows that are wrong are told of when there are more than were told of before', () => {
  const look = { ...LOOK, recent: 3, fit: 0, refused: 4 };
  const told = (refused: number) => ({ look: { ...LOOK, refused }, outcome: null });
  expect([null, told(3), told(4)].map((before) => nextOfLook({ wish: NO_WISH }, look, before))).toEqual([
    'asked',
    'asked',
    null,
  ]);
});

it('What nobody was shown yet is unseen, of a sheet that is looked at every day alone', () => {
  const watchId = 'watch_1' as SheetWatchId;
  expect([
    isUnseen({ watchId, look: null }),
    isUnseen({ watchId, look: LOOK }),
    isUnseen({ watchId: null, look: null }),
  ]).toEqual([true, false, false]);
});
