import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEAD_KINDS, type LeadPromiseKind, STORY_KINDS } from '../../../src/domain/promise/kinds.ts';
import {
  type Ending,
  LEAD_MOVES,
  type LeadMove,
  leadMoveOf,
  STORY_MOVES,
} from '../../../src/domain/promise/moves.ts';
import { ANA, BEN } from '../../support/people.ts';
import { PromisePlay } from '../../support/promise-play.ts';
import { sampleLead } from '../../support/sample-lead.ts';

type Play = (play: PromisePlay) => unknown;

const claimed: Play = (play) => play.after(1).claim();
const given: Play = (play) => play.after(1).assign();
const talking: Play = (play) => play.after(1).claim().after(1).contacted();
const snoozedFrom =
  (life: Play): Play =>
  (play) => {
    life(play);
    play.snooze();
  };
const returned: Play = (play) => play.after(1).claim().after(1).reject('bad_contact_data');
const resting: Play = (play) => play.after(1).claim().after(1).reject('no_budget');

/** The lives in which a move may come, and the move. */
const MOVES: Record<LeadMove, { from: Play[]; move: Play }> = {
  claimed: { from: [(play) => play.after(1), given], move: (play) => play.claim(play.lead.owner ?? ANA) },
  entered: { from: [() => undefined], move: (play) => play.claim() },
  assigned: { from: [(play) => play.after(1)], move: (play) => play.assign() },
  contacted: { from: [claimed, given], move: (play) => play.contacted() },
  qualified: { from: [() => undefined, claimed, talking, given], move: (play) => play.qualify() },
  rejected: { from: [() => undefined, claimed, talking, given], move: (play) => play.reject() },
  rejected_after_contact: { from: [() => undefined, claimed, given], move: (play) => play.reject('no_need') },
  won: { from: [() => undefined, claimed, talking, given, returned, resting], move: (play) => play.won() },
  lost: { from: [() => undefined, claimed, talking, given, returned, resting], move: (play) => play.lost() },
  released: { from: [claimed, talking, given], move: (play) => play.release() },
  silent: { from: [claimed, talking, given], move: (play) => play.releaseSilent() },
  deactivated: { from: [claimed, talking, given], move: (play) => play.deactivate() },
  handed_over: {
    from: [claimed, talking, given],
    move: (play) => play.handOver(play.lead.owner === BEN ? ANA : BEN),
  },
  snoozed: { from: [() => undefined, claimed, talking, given], move: (play) => play.snooze() },
  woken: {
    from: [() => undefined, claimed, talking, given].map(snoozedFrom),
    move: (play) => play.wakeNow(),
  },
  reopened: { from: [returned, resting], move: (play) => play.reopen() },
  came_off_rest: { from: [resting], move: (play) => play.wake() },
  mended: { from: [returned], move: (play) => play.mend() },
  merged_away: {
    from: [() => undefined, claimed, talking, given, returned, resting],
    move: (play) => play.mergeAway(),
  },
  merged_in: {
    from: [() => undefined, claimed, talking, given, returned, resting],
    move: (play) => play.mergeIn(),
  },
};

const CELLS = Object.keys(LEAD_MOVES).flatMap((move) =>
  LEAD_KINDS.map((kind) => ({
    move: move as LeadMove,
    kind,
    cell: LEAD_MOVES[move as LeadMove][kind] as Ending,
  })),
);

/** What became of the promises of that kind that ran when the move came. */
function fates(move: LeadMove, kind: LeadPromiseKind, lateBy: number) {
  return MOVES[move].from.flatMap((start) => {
    const play = new PromisePlay({ priority: 'hot' });
    start(play);
    const before = play.running.filter((row) => row.kind === kind);
    play.after(lateBy);
    MOVES[move].move(play);
    return before.map((row) => play.rows.get(row.id)?.end ?? null);
  });
}

/** Longer than any target. */
const FAR_TOO_LATE = 30 * 24 * 60;

describe('Each move of a lead ends each promise as the table says', () => {
  it.each(CELLS)('$move × $kind: $cell', ({ move, kind, cell }) => {
    const inTime = fates(move, kind, 0);
    if (cell === 'none') return expect(inTime).toEqual([]);
    expect(inTime).not.toEqual([]);
    if (cell === 'goes_on') return expect(inTime.filter(Boolean)).toEqual([]);
    const how = cell === 'kept' ? { how: 'kept', why: null } : { how: 'waived', why: cell };
    for (const end of inTime) expect(end).toMatchObject({ ...how, late: null });
    // What is entered comes at the moment of the lead itself.
    if (move === 'entered') return;
    for (const end of fates(move, kind, FAR_TOO_LATE))
      expect(end).toMatchObject({ how: 'broken', late: expect.any(Number) });
  });

  it('as docs/promises.md tells it', () => {
    const told = tables(readFileSync('docs/promises.md', 'utf8'));
    expect(told.get(['Move', ...LEAD_KINDS].join())).toEqual(asTold(LEAD_MOVES, LEAD_KINDS));
    expect(told.get(['Move', ...STORY_KINDS].join())).toEqual(asTold(STORY_MOVES, STORY_KINDS));
  });

  it('which knows no move that changes nothing', () => {
    const lead = sampleLead();
    const event = {
      kind: 'came_back',
      at: 0,
      actor: 'tango',
      data: { other: lead.id, by: 'email' },
    } as const;
    expect(leadMoveOf(event, { from: lead, to: lead })).toBe(null);
  });
});

function tables(text: string): Map<string, string[][]> {
  const found = text.matchAll(/^\|.*\|\n\|[-|]+\|\n((?:\|.*\|\n)+)/gm);
  return new Map(
    [...found].map(([table, body = '']) => [
      cells(table.split('\n')[0]).join(),
      body.trim().split('\n').map(cells),
    ]),
  );
}

function cells(line = ''): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function asTold(moves: Record<string, Record<string, Ending>>, kinds: readonly string[]): string[][] {
  const words = (code = '') => (code === 'none' ? '–' : code.replaceAll('_', ' '));
  return Object.entries(moves).map(([move, row]) => [words(move), ...kinds.map((kind) => words(row[kind]))]);
}
