/**
 * `npm run torture [-- --seed 7 --rounds 10 --mode socket|http --database sqlite|postgres --only killed,html]`: rounds of bad weather, each with the next
 * seed, and after each of them the judge. What is printed with a violation is the command that plays that round again.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres.ts';
import { type Place, placeFor } from './place.ts';
import { type Plan, planOf, type Wanted } from './plan.ts';
import { printRound, printSum } from './report.ts';
import { type Outcome, playRound } from './round.ts';
import { Tally } from './tally.ts';
import { FAULTS } from './weather/kinds.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    rounds: { type: 'string', default: '100' },
    mode: { type: 'string' },
    database: { type: 'string' },
    only: { type: 'string' },
  },
});
const [first, count] = [wholeNumber('seed'), wholeNumber('rounds')];
const wanted: Wanted = {
  mode: oneOf('mode', ['socket', 'http'] as const),
  database: oneOf('database', ['sqlite', 'postgres'] as const),
  only: kinds(values.only),
};

const postgres = wanted.database === 'sqlite' ? null : await startPostgres();
const outcomes: Outcome[] = [];
// The round under way is played to its end, and what was found is summed up.
let isAsked = false;
process.once('SIGINT', () => {
  isAsked = true;
});
try {
  for (let seed = first; seed < first + count && !isAsked; seed++) await play(seed);
} finally {
  await postgres?.stop();
}
printSum(outcomes);
process.exitCode = outcomes.some(({ violations }) => violations.length > 0) ? 1 : 0;

async function play(seed: number): Promise<void> {
  const plan = planOf(seed, wanted);
  const place: Place = await placeFor(plan, postgres?.url ?? '');
  const began = performance.now();
  const outcome = await playRound(plan, place).catch((thrown: unknown) => brokenOff(plan, thrown));
  outcomes.push(outcome);
  const isHeld = outcome.violations.length === 0;
  printRound(outcome, { tookMs: performance.now() - began, folder: isHeld ? null : place.folder });
  if (isHeld) await place.clear();
}

function brokenOff(plan: Plan, thrown: unknown): Outcome {
  const what = thrown instanceof Error ? String(thrown.stack) : String(thrown);
  const violations = [{ rule: 'a round comes to its end', what }];
  return { plan, confirmed: { leads: 0, clicks: 0 }, tally: new Tally(), violations };
}

function kinds(text: string | undefined): string[] | undefined {
  const named = text?.split(',');
  const unknown = named?.filter((kind) => !(kind in FAULTS)) ?? [];
  if (unknown.length > 0)
    refuse(`There is no fault ${unknown.join(', ')}. There are: ${Object.keys(FAULTS).join(', ')}.`);
  return named;
}

function wholeNumber(name: 'seed' | 'rounds'): number {
  const text = values[name];
  return /^\d{1,9}$/.test(text) ? Number(text) : refuse(`--${name} must be a whole number.`);
}

function oneOf<T extends string>(name: 'mode' | 'database', allowed: readonly T[]): T | undefined {
  const text = values[name];
  const found = allowed.find((known) => known === text);
  return text === undefined || found ? found : refuse(`--${name} must be one of ${allowed.join(', ')}.`);
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
