import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;
/** `store/lead/lead`, as headers name it; not `@slack/types`, nor what stands in an address. */
const NAMED =
  /(?<![\w./@-])(?:src\/)?(?:cli|domain|http|intake|jobs|log|messages|outbox|sentences|slack|store|usecases)(?:\/[a-z0-9-]+)+(?:\.ts)?/g;

it('A file or a folder that a comment names is there', () => {
  const missing = globSync('{src,emulator,demo,bench}/**/*.ts').flatMap((file) => {
    const comments = readFileSync(file, 'utf8').match(COMMENT) ?? [];
    return comments
      .flatMap((comment) => comment.match(NAMED) ?? [])
      .filter((name) => !isThere(name))
      .map((name) => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});

function isThere(name: string): boolean {
  const path = name.startsWith('src/') ? name : `src/${name}`;
  return [path, `${path}.ts`].some((each) => existsSync(each));
}
