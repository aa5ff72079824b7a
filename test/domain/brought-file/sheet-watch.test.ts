import { expect, it } from 'vitest';
import {
  type BroughtFileId,
  type FileState,
  NO_WISH,
  type SheetWatchId,
} from '../../../src/domain/brought-file/brought-file.ts';
import {
  daysWaited,
  isAskedAgain,
  isSheet,
  isUnseen,
  nextOfLook,
} from '../../../src/domain/brought-file/sheet-watch.ts';
import { DAY } from '../../../src/domain/time/duration.ts';
import { LOOK } from '../../support/brought-file.ts';

it('A file of Slack is no sheet', () => {
  expect([isSheet({ fileId: 'F0123' }), isSheet({ fileId: 'https://docs.google.com/x' })]).toEqual([
    false,
    true,
  ]);
});

it('What is new comes in by itself, what is open is asked, and of nothing new nobody hears', () => {
  const watch = { wish: NO_WISH, createdAt: 0 };
  expect(nextOfLook(watch, LOOK, null)).toBe('shown');
  const few = { ...LOOK, recent: 3 };
  expect(nextOfLook(watch, few, null)).toBe('asked');
  expect(nextOfLook(watch, { ...few, fit: 0, updated: 2 }, null)).toBe('asked');
  expect(nextOfLook(watch, { ...few, fit: 0 }, null)).toBeNull();
});

it('Rows that are wrong are told of when there are more than were told of before', () => {
  const look = { ...LOOK, recent: 3, fit: 0, refused: 4 };
  const told = (refused: number) => ({
    ...{ look: { ...LOOK, refused }, outcome: null, createdAt: 0 },
    state: 'done' as const,
  });
  expect(
    [null, told(3), told(4)].map((before) => nextOfLook({ wish: NO_WISH, createdAt: 0 }, look, before)),
  ).toEqual(['asked', 'asked', null]);
});

it('What nobody was shown yet is unseen, of a sheet that is looked at every day alone', () => {
  const watchId = 'watch_1' as SheetWatchId;
  expect([
    isUnseen({ watchId, look: null }),
    isUnseen({ watchId, look: LOOK }),
    isUnseen({ watchId: null, look: null }),
  ]).toEqual([true, false, false]);
});

it('Asks once a week, whatever became of the question, and tells how long it has waited', () => {
  const at = (day: number, state: FileState) => ({
    ...{ id: `file_${day}` as BroughtFileId, state, createdAt: day * DAY },
    ...{ look: LOOK, outcome: null },
  });
  expect([6, 7].map((day) => isAskedAgain(at(0, 'shown'), day * DAY))).toEqual([false, true]);
  expect(isAskedAgain(at(0, 'asked'), 7 * DAY)).toBe(false);
  const letGo = at(0, 'cancelled');
  const next = (day: number) => nextOfLook({ wish: NO_WISH, createdAt: day * DAY }, LOOK, letGo);
  expect([next(6), next(7)]).toEqual([null, 'shown']);
  const files = [at(21, 'shown'), at(14, 'replaced'), at(7, 'replaced'), at(1, 'done')];
  expect(files.map((file) => daysWaited(file, files))).toEqual([14, 7, 0, 0]);
});
