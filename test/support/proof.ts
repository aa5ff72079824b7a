/**
 * Tests of chance. Each has a short form, in every `npm test`, always with the same seed; and a long one, `npm run prove`, ten times as long
 * and with a seed of its own, which finds a failure again.
 */
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Provided by test/prove/run.ts alone. */
    longProof?: { seed: number };
  }
}

const FIRST_SEED = 47;
const LONGER = 10;

const long = inject('longProof');

export const isLong = long !== undefined;

export const SEED = long?.seed ?? FIRST_SEED;

/** How often something is tried, or how long it may take. */
export function times(short: number): number {
  return long ? short * LONGER : short;
}

// This file is loaded before each test file: no property has another seed.
fc.configureGlobal({ seed: SEED, numRuns: times(100) });
