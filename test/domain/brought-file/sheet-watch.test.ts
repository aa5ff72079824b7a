import { expect, it } from 'vitest';
import { NO_WISH } from '../../../src/domain/brought-file/brought-file.ts';
import { isSheet, nextOfLook } from '../../../src/domain/brought-file/sheet-watch.ts';
import { LOOK } from '../../support/brought-file.ts';

it('A file of Slack is no sheet', () => {
  expect([isSheet({ fileId: 'F0123' }), isSheet({ fileId: 'https://docs.google.com/x' })]).toEqual([
    false,
    true,
  ]);
});

it('What is new comes in by itself, what is open is asked, and of nothing new nobody hears', () => {
  const watch = { wish: NO_WISH };
  expect(nextOfLook(watch, LOOK)).toBe('shown');
  const few = { ...LOOK, recent: 3 };
  expect(nextOfLook(watch, few)).toBe('asked');
  expect(nextOfLook(watch, { ...few, fit: 0, updated: 2 })).toBe('asked');
  expect(nextOfLook(watch, { ...few, fit: 0, refused: 4 })).toBeNull();
});
