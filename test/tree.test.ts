import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const EXPORTED = /^export (?:async )?function \w+(?:<[^(]*>)?\(([\s\S]*?)\)(?::|\s*\{)/gm;
/** A step of use cases: it runs in the unit of work of whoever calls it. */
const IN_WORK = /^\s*(?:work|\{[^}]*\}): Work\b|^\s*tx: Tx\b/;

it('Each use case and each rule of the domain has its test at the mirrored path', () => {
  const untested = globSync('src/{usecases,domain}/*/*.ts').filter(
    (file) => functionsOf(file).length > 0 && !existsSync(testOf(file)),
  );
  expect(untested.sort()).toEqual([]);
});

it('A test at a mirrored path is of something that is there', () => {
  const orphans = globSync('test/{usecases,domain}/**/*.test.ts').filter(
    (file) => !existsSync(sourceOf(file)),
  );
  expect(orphans).toEqual([]);
});

/** By their parameters. Files of types and of constants have none, and steps are tested by the use cases that take them. */
function functionsOf(file: string): string[] {
  const found = [...readFileSync(file, 'utf8').matchAll(EXPORTED)].map(([, parameters = '']) => parameters);
  return found.filter((parameters) => !IN_WORK.test(parameters));
}

function testOf(file: string): string {
  return file.replace(/^src/, 'test').replace(/\.ts$/, '.test.ts');
}

function sourceOf(file: string): string {
  return file.replace(/^test/, 'src').replace(/\.test\.ts$/, '.ts');
}
