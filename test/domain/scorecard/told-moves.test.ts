import { expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import type { Entry } from '../../../src/domain/scorecard/entries.ts';
import { namedIn, toldMoves } from '../../../src/domain/scorecard/told-moves.ts';

const won = (lead: string): Entry => ({
  ...{ kind: 'lead', lead: lead as LeadId, from: 'qualified', to: 'won', why: 'state' },
  ...{ counts: { won: 1 }, times: {}, won: 0 },
});
const count = (value: number) => ({ kind: 'count', value }) as const;
const WEEK = {
  moved: [
    { metric: 'costPerWon', before: count(0), now: count(0) },
    { metric: 'won', before: count(1), now: count(6) },
    { metric: 'claimTime', before: count(0), now: count(1) },
  ] as const,
  entries: ['a', 'b', 'c', 'd', 'e'].map(won),
};

it('The numbers that both sides look at are told, each with the first that moved it; what follows from them has no names of its own', () => {
  const { moves, others } = toldMoves(WEEK);
  expect(moves.map(({ metric, named, others: more }) => [metric, named.length, more])).toEqual([
    ['won', 3, 2],
    ['costPerWon', 0, 0],
  ]);
  expect(others).toBe(1);
  expect(namedIn([WEEK])).toEqual({ leads: ['a', 'b', 'c'], spend: [] });
});

it('A week that an earlier version published is told without names', () => {
  expect(namedIn([{ ...WEEK, entries: null }])).toEqual({ leads: [], spend: [] });
});
