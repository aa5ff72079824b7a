import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const DOCUMENTS = ['README.md', 'CHANGELOG.md', ...globSync('docs/*.md').sort()];

function found(pattern: RegExp, document: string): string[] {
  return [...readFileSync(document, 'utf8').matchAll(pattern)].map((match) => match[1]!);
}

it.each(DOCUMENTS)('every file that %s links to is there', (document) => {
  const linked = found(/\]\((?!https?:)([^)#]+)/g, document);
  expect(linked.filter((path) => !existsSync(join(dirname(document), path)))).toEqual([]);
});

it.each(DOCUMENTS)('every npm script that %s names is there', (document) => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = found(/npm (?:run (?:--silent )?([\w:]+)|(?:start|test)\b)/g, document).map(
    (name) => name ?? 'test',
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('every document is linked from another', () => {
  const linked = DOCUMENTS.flatMap((from) =>
    found(/\]\((?!https?:)([^)#]+)/g, from).map((path) => join(dirname(from), path)),
  );
  const alone = DOCUMENTS.filter((name) => name.startsWith('docs/') && !linked.includes(name));
  expect(alone).toEqual([]);
});

it('every file or folder that a comment names by its path is there', () => {
  const files = globSync('{src,test,emulator,demo}/**/*.{ts,tsx}');
  const places = new Set(files.flatMap(endsOf));
  const named = files.flatMap((file) => {
    const comments = readFileSync(file, 'utf8').match(/\/\*[\s\S]*?\*\/|\/\/.*$/gm) ?? [];
    return comments.flatMap((text) => [...text.matchAll(PATH)].map(([path]) => ({ file, path })));
  });
  expect(named.length).toBeGreaterThan(30);
  const lost = named.filter(({ path }) => !places.has(path.replace(/\.ts$/, '')));
  expect(lost).toEqual([]);
});

const PATH =
  /(?<![\w/.:@-])(?:(?:src|domain|store|usecases|slack|messages|outbox|sentences|intake|jobs|http|cli|test)\/[\w/-]+(?:\.test)?(?:\.ts)?|[a-z][a-z-]+\.ts)\b/g;

/** "src/domain/lead/claim.ts" is named as "domain/lead", "lead/claim", "claim" and so on. */
function endsOf(file: string): string[] {
  const parts = file.replace(/\.tsx?$/, '').split('/');
  return parts.flatMap((_, from) =>
    parts.slice(from).map((_part, to) => parts.slice(from, from + to + 1).join('/')),
  );
}
