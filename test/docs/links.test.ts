import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const DOCUMENTS = ['README.md', 'CHANGELOG.md', ...readdirSync('docs').map((name) => join('docs', name))];

function found(pattern: RegExp, document: string): string[] {
  return [...readFileSync(document, 'utf8').matchAll(pattern)].map((match) => match[1]!);
}

it.each(DOCUMENTS)('every file that %s links to is there', (document) => {
  const linked = found(/\]\((?!https?:)([^)#]+)/g, document);
  expect(linked.filter((path) => !existsSync(join(dirname(document), path)))).toEqual([]);
});

it.each(DOCUMENTS)('every npm script that %s names is there', (document) => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = found(/npm (?:run )?((?:start|test|demo|check|emulator|gallery|bench:\w+)\b)/g, document);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('every document is linked from another', () => {
  const linked = DOCUMENTS.flatMap((from) =>
    found(/\]\((?!https?:)([^)#]+)/g, from).map((path) => join(dirname(from), path)),
  );
  const alone = DOCUMENTS.filter((name) => name.startsWith('docs/') && !linked.includes(name));
  expect(alone).toEqual([]);
});
