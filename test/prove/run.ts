/**
 * `npm run prove [-- --seed 7] [--seeds 3] [--only fuzz,killed]`: the long forms of the proofs, one after the other, each with each seed. What
 * is printed before and after each is the command that runs it alone: so one that was broken off, or that failed, is taken up again.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { PROOFS } from './proofs.ts';

const MINUTE = 60_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    seeds: { type: 'string', default: '1' },
    only: { type: 'string', default: Object.keys(PROOFS).join(',') },
  },
});
const [first, count] = [wholeNumber('seed'), wholeNumber('seeds')];
const names = values.only.split(',');
const unknown = names.filter((name) => !(name in PROOFS));
if (unknown.length > 0)
  refuse(`There is no proof ${unknown.join(', ')}. There are: ${Object.keys(PROOFS).join(', ')}.`);

const results: string[] = [];
for (let seed = first; seed < first + count; seed++) {
  for (const name of names) results.push(await prove(name, seed));
}
console.log(`\n${results.join('\n')}`);

async function prove(name: string, seed: number): Promise<string> {
  const { holds = '', files = [] } = PROOFS[name] ?? {};
  const command = `npm run prove -- --seed ${seed} --only ${name}`;
  console.log(`\n${command}\n  ${holds}`);
  const began = performance.now();
  const vitest = await startVitest('test', files, {
    ...{ watch: false, retry: 0, testTimeout: 5 * MINUTE, provide: { longProof: { seed } } },
    reporters: ['default'],
  });
  const isHeld = vitest.state.getCountOfFailedTests() === 0 && vitest.state.getUnhandledErrors().length === 0;
  await vitest.close();
  if (!isHeld) process.exitCode = 1;
  const took = ((performance.now() - began) / MINUTE).toFixed(1);
  return `${isHeld ? 'held  ' : 'FAILED'}  ${command}  (${took} min)`;
}

function wholeNumber(name: 'seed' | 'seeds'): number {
  const text = values[name];
  return /^\d{1,9}$/.test(text) ? Number(text) : refuse(`--${name} must be a whole number.`);
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
