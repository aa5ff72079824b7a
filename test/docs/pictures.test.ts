import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { PICTURES } from '../pictures/pictures.ts';

const DOCUMENTS = ['README.md', ...globSync('docs/*.md')];
const MOST_BYTES = 80_000;

const shown = DOCUMENTS.flatMap((document) =>
  [...readFileSync(document, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(
    ([, words = '', path = '']) => ({
      words,
      path: join(dirname(document), path),
    }),
  ),
);

it('Each picture that a document shows is there, and says in words what is in it', () => {
  expect(shown.length).toBeGreaterThan(8);
  expect(shown.filter(({ path }) => !existsSync(path))).toEqual([]);
  expect(shown.filter(({ words }) => words.length < 20)).toEqual([]);
});

it('Each picture is made by the command, is shown somewhere, and is small', () => {
  const names = globSync('docs/pictures/*').map((path) => basename(path, '.png'));
  expect(names.sort()).toEqual(PICTURES.map(({ name }) => name).sort());
  expect(names.filter((name) => !shown.some(({ path }) => basename(path, '.png') === name))).toEqual([]);
  expect(globSync('docs/pictures/*').filter((path) => statSync(path).size > MOST_BYTES)).toEqual([]);
});
