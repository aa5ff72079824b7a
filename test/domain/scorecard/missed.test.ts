import { expect, it } from 'vitest';
import { missedBefore } from '../../../src/domain/scorecard/missed.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { sayMissed } from '../../../src/sentences/en/scorecard/missed.ts';

const last = (week: string) => ({ week: parseWeek(week), missed: [] });
const said = (week: string, of: string) =>
  sayMissed(missedBefore(parseWeek(week), { last: last(of), isWaiting: false }));

it('Before the first that was ever published nothing was missed, nor where the week before was', () => {
  expect(missedBefore(parseWeek('2026-W47'), null)).toEqual([]);
  expect(said('2026-W47', '2026-W46')).toBe('');
});

it('The weeks between are missed, also over New Year, and it is said why and how to read them', () => {
  expect(said('2026-W47', '2026-W45')).toBe(
    'Week 46 was not posted: Tango was away. `/scorecard 2026-W46` shows it.',
  );
  expect(said('2027-W02', '2026-W52')).toBe(
    'Weeks 53 and 1 were not posted: Tango was away. `/scorecard 2026-W53` and `/scorecard 2027-W01` show them.',
  );
  expect(said('2026-W47', '2026-W43')).toBe(
    'Weeks 44 to 46 were not posted: Tango was away. `/scorecard 2026-W44` to `/scorecard 2026-W46` show them.',
  );
});

it('One that waits for a channel is passed over with those that it was to name', () => {
  const waiting = { ...last('2026-W45'), missed: [{ week: parseWeek('2026-W44'), why: 'away' as const }] };
  const missed = missedBefore(parseWeek('2026-W46'), { last: waiting, isWaiting: true });
  expect(missed.map(({ week, why }) => [week, why])).toEqual([
    ['2026-W44', 'away'],
    ['2026-W45', 'no_channel'],
  ]);
});
