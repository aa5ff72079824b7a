import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { heardBy } from '../../support/heard.ts';

const FILES = globSync('src/slack/**/*.ts').map((path) => ({ path, source: readFileSync(path, 'utf8') }));

function sayingSo(pattern: RegExp, folder: string): string[] {
  return FILES.filter(({ path, source }) => path.startsWith(folder) && pattern.test(source)).map(
    ({ path }) => path,
  );
}

it('Each id is heard once', () => {
  for (const [kind, ids] of Object.entries(heardBy())) {
    expect([kind, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([kind, []]);
  }
});

it('Nothing is heard past the one wrapper: only the edge registers with Bolt, and each kind goes through it', () => {
  const registers =
    /\.(action|view|command|shortcut|event|function|message|options)(<['\w]+>)?\((name|type|id|constraints|')/;
  const edge = ['click', 'command', 'event', 'on-form', 'options', 'shortcut', 'step'];
  const paths = edge.map((name) => `src/slack/listeners/edge/${name}.ts`);
  expect(sayingSo(registers, 'src/slack/').sort()).toEqual(paths);
  expect(sayingSo(/\bhandle(<.+>)?\(edge, \{/, 'src/slack/').sort()).toEqual(paths);
});

it('Who may do what is asked in use cases, on the row, never in a listener', () => {
  expect(
    sayingSo(/\b(assertMay|isManager|isMarketer|mayPropose|managers\.includes)/, 'src/slack/listeners/'),
  ).toEqual([]);
});

it('A form answers its refusals in one place: no listener of a noun catches', () => {
  expect(sayingSo(/\bcatch\b/, 'src/slack/listeners/').filter((path) => !path.includes('/edge/'))).toEqual(
    [],
  );
});
