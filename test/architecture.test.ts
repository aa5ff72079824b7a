import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FILES = globSync('src/**/*.ts').map((path) => ({ path, source: readFileSync(path, 'utf8') }));

/** What is not a comment and not blank. */
const code = (source: string) =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .split('\n')
    .filter((line) => line.trim());

it('Time and environment are handed in: only the wiring asks the machine for them', () => {
  const asks = (pattern: RegExp, allowed: string[]) =>
    FILES.filter(({ path, source }) => !allowed.includes(path) && pattern.test(code(source).join('\n'))).map(
      ({ path }) => path,
    );
  expect(FILES.length).toBeGreaterThan(150);
  expect(asks(/Date\.now\(|new Date\(\)|Temporal\.Now/, ['src/clock.ts'])).toEqual([]);
  // The command line's own failure is told before there is a configuration.
  expect(asks(/process\.env[.[]/, ['src/config.ts', 'src/cli/main.ts'])).toEqual([]);
});

/** Whoever catches anything else names the one failure that is meant. */
const ENDS = [
  ...[
    'src/http/answer-problem.ts',
    'src/intake/fetch/runner.ts',
    'src/intake/files/runner.ts',
    'src/jobs/runner.ts',
    'src/program.ts',
    'src/start.ts',
  ],
  ...['src/outbox/attempt.ts', 'src/outbox/loop.ts', 'src/outbox/sending.ts', 'src/slack/app.ts'],
  // In Bolt's place over a socket; and looks of their own, whose next one tries again.
  ...['src/slack/socket/receiver.ts', 'src/slack/deafness.ts', 'src/slack/token-watch.ts'],
  // A view that Slack refuses is shown in a simpler form.
  'src/slack/client.ts',
  ...['event', 'listen', 'step'].map((name) => `src/slack/listeners/edge/${name}.ts`),
];

it('An unexpected error ends in few places, which write it into the log', () => {
  const logs = /\blog(?:ger)?\.(?:warn|error)\(\s*\{[^}]*\berr\b/;
  const ends = FILES.filter(({ source }) => logs.test(source)).map(({ path }) => path);
  expect(ends.sort()).toEqual(ENDS.toSorted());
});

it('No file is longer than one can keep in mind', () => {
  const long = FILES.filter(({ source }) => code(source).length > 300).map(({ path }) => path);
  expect(long).toEqual([]);
});

it('No file is a drawer for everything', () => {
  const drawers = FILES.filter(({ path }) => /\/(utils?|helpers?|types|common|misc)\.ts$/.test(path));
  expect(drawers.map(({ path }) => path)).toEqual([]);
});
