import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXEMPT } from './exempt.ts';
import { locksIn } from './find-locks.ts';
import { GUARDS } from './registry.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const countOf = (text: string, file: string) => read(file).split(text).length - 1;

it('Every guard stands once where the registry says, and is other without it', () => {
  const notOnce = GUARDS.filter(({ text, file }) => countOf(text, file) !== 1);
  expect(notOnce.map(({ name, file }) => `${name}: ${file}`)).toEqual([]);
  expect(GUARDS.filter(({ text, without }) => text === without)).toEqual([]);
  const names = GUARDS.map(({ name, file }) => `${name}: ${file}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('Every guard names a test that is there', () => {
  const missing = GUARDS.filter(({ test, turnsRed }) => !isTest(read(test), turnsRed));
  expect(missing.map(({ test, turnsRed }) => `${test}: ${turnsRed}`)).toEqual([]);
});

it('Every lock, conditional write and unique key of the source is registered, or says why it need not be', () => {
  const files = ['src/{store,usecases,outbox}/**/*.ts', 'migrations/2*.ts'].flatMap((glob) => globSync(glob));
  const known = [...GUARDS, ...EXEMPT];
  const unknown = files.flatMap((file) => {
    const source = read(file);
    const ranges = known.filter((guard) => guard.file === file).map(({ text }) => rangeOf(source, text));
    return locksIn(source)
      .filter(({ from, to }) => !ranges.some((range) => range.from < to && from < range.to))
      .map(({ from, to }) => `${file}: ${source.slice(from, to)}`);
  });
  expect(unknown).toEqual([]);
});

it('Every exemption is of something that is there, and of nothing registered', () => {
  expect(EXEMPT.filter(({ text, file }) => countOf(text, file) !== 1)).toEqual([]);
  const needless = EXEMPT.filter(({ file, text }) =>
    locksIn(read(file)).every((lock) => !touches(file, text, lock)),
  );
  expect(needless.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

function isTest(source: string, name: string): boolean {
  return ["'", '`', '"'].some((quote) =>
    ['it(', '])('].some((call) => source.includes(`${call}${quote}${name}${quote}`)),
  );
}

function rangeOf(source: string, text: string) {
  const from = source.indexOf(text);
  return { from, to: from + text.length };
}

function touches(file: string, text: string, lock: { from: number; to: number }): boolean {
  const range = rangeOf(read(file), text);
  return range.from < lock.to && lock.from < range.to;
}
