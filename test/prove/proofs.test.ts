import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROOFS } from './proofs.ts';

const SOURCES = globSync('test/**/*.ts').map((path) => ({ path, source: readFileSync(path, 'utf8') }));

it('every test of chance has a long form, and takes its seed from where the runner sets it', () => {
  const proven = Object.values(PROOFS).flatMap(({ files }) => files);
  const ofChance = SOURCES.filter(
    ({ path, source }) =>
      path.endsWith('.test.ts') && /from '(fast-check|.*\/support\/(proof|random)\.ts)'/.test(source),
  ).map(({ path }) => path);
  expect(ofChance.filter((path) => !proven.includes(path))).toEqual([]);
  expect(proven.filter((path) => !ofChance.includes(path))).toEqual([]);
  const ownSeeds = SOURCES.filter(({ source }) =>
    /\bMath\.random\(|\bseed: \d|fc\.assert\([^;]*\bseed\b/.test(source),
  );
  expect(ownSeeds.map(({ path }) => path)).toEqual([]);
});

it('no variable of the environment changes what a test does', () => {
  const asked = SOURCES.flatMap(({ path, source }) =>
    [...source.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => ({ path, name })),
  );
  expect(asked.filter(({ name }) => !['PATH', 'HOME', 'TMPDIR'].includes(name ?? ''))).toEqual([]);
});
