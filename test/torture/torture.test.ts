import { expect, inject, it, onTestFinished } from 'vitest';
import { placeFor } from './place.ts';
import { planOf, type Wanted } from './plan.ts';
import { playRound } from './round.ts';

/** The short form: `npm run torture` plays as many rounds as one likes, with more weather in each. */
const ROUNDS: readonly (Wanted & { from: number })[] = [
  { from: 2, mode: 'socket', database: 'sqlite', faults: 8 },
  { from: 3, mode: 'http', database: 'postgres', faults: 8 },
];

it.for(ROUNDS)(
  'in bad weather all three records agree: $mode, $database',
  {
    timeout: 150_000,
  },
  async ({ from, ...wanted }) => {
    const plan = planOf(from, wanted);
    const place = await placeFor(plan, inject('postgresUrl'));
    onTestFinished(() => place.clear());
    const { violations, confirmed, tally } = await playRound(plan, place);
    expect(violations).toEqual([]);
    expect(confirmed.leads).toBeGreaterThan(0);
    expect(tally.total).toBeGreaterThan(0);
  },
);
