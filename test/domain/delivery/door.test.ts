import { describe, expect, it } from 'vitest';
import { closedDoor, DOORS, type DoorDay, type DoorResult } from '../../../src/domain/delivery/door.ts';
import { VENDORS } from '../../../src/intake/webhooks/vendors/index.ts';

const TODAY = '2026-11-20';

function days(...rows: readonly [day: string, result: DoorResult, count: number][]): DoorDay[] {
  return rows.map(([day, result, count]) => ({ day, result, count }));
}

describe('a door is closed', () => {
  it('where somebody was refused today who may have meant well, and nobody came through', () => {
    expect(closedDoor(days([TODAY, 'wrong_secret', 20]), TODAY)).toEqual({
      since: TODAY,
      refused: { wrong_secret: 20 },
    });
  });

  it('since the day after the last one on which somebody came through, with all that was refused from then on', () => {
    const week = days(
      ['2026-11-16', 'wrong_secret', 3],
      ['2026-11-17', 'accepted', 1],
      ['2026-11-17', 'wrong_secret', 5],
      ['2026-11-18', 'wrong_secret', 7],
      ['2026-11-18', 'too_large', 1],
      [TODAY, 'wrong_secret', 2],
      [TODAY, 'unsigned', 400],
    );
    expect(closedDoor(week, TODAY)).toEqual({
      since: '2026-11-18',
      refused: { wrong_secret: 9, too_large: 1 },
    });
  });
});

describe('a door is not closed', () => {
  it.each([
    ['where somebody came through today', days([TODAY, 'wrong_secret', 20], [TODAY, 'accepted', 1])],
    ['where nobody came', []],
    ['where the last refusal was yesterday', days(['2026-11-19', 'wrong_secret', 20])],
    ['by those who knock everywhere', days([TODAY, 'unsigned', 900], [TODAY, 'too_many', 900])],
  ])('%s', (_why, rows) => {
    expect(closedDoor(rows, TODAY)).toBeNull();
  });
});

it('each vendor has a door that names its secret', () => {
  const named = VENDORS.map(({ name, secret }) => [name, secret]);
  expect(Object.entries(DOORS)).toEqual([
    ['api', 'INTAKE_TOKEN'],
    ['slack', 'SLACK_SIGNING_SECRET'],
    ...named,
    ['form', null],
  ]);
});
