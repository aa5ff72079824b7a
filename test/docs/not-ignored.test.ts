import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const PAGE = readFileSync('docs/not-ignored.md', 'utf8');
const ROWS = [...PAGE.matchAll(/^\| (\d\.\d+) \| ([^|]+) \| ([^|]+) \|$/gm)];

it('Each sentence is numbered in turn, and names a test', () => {
  const numbers = ROWS.map(([, number]) => number);
  const inTurn = [1, 2].flatMap((part) =>
    numbers.filter((each) => each?.startsWith(`${part}.`)).map((_, n) => `${part}.${n + 1}`),
  );
  expect(numbers).toEqual(inTurn);
  expect(numbers.length).toBeGreaterThan(30);
  for (const [, number, , shown] of ROWS) expect(testsIn(shown ?? '').length, number).toBeGreaterThan(0);
});

it('Each test that it names is there', () => {
  const missing = testsIn(PAGE).filter(({ file, title }) => {
    const path = `test/${file}.test.ts`;
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
  });
  expect(missing).toEqual([]);
});

function testsIn(text: string): { file: string; title: string }[] {
  return [...text.matchAll(/`([a-z/-]+)` "([^"]+)"/g)].map(([, file, title]) => ({
    file: file ?? '',
    title: title ?? '',
  }));
}
