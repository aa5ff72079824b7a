import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const FAILS_ONCE = `
  import { describe, expect, it } from 'vitest';
  let tries = 0;
  describe('a card', () => {
    it('is there at once', () => expect(++tries).toBe(2));
    it('says who it is', () => expect(true).toBe(true));
    it('is never there', () => expect(false).toBe(true));
  });
`;

it('a test that is tried again is named at the end of the run, with what it failed of at first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tango-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  symlinkSync(at('../../node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'cards.test.js'), FAILS_ONCE);
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `import { RunReporter } from ${JSON.stringify(at('./run-reporter.ts'))};
     export default { test: { retry: 1, reporters: [new RunReporter()] } };`,
  );
  const vitest = at('../../node_modules/vitest/vitest.mjs');
  const ran = spawnSync(process.execPath, [vitest, 'run', '--root', folder], { encoding: 'utf8' });
  expect(ran.stdout.trim().split('\n')).toEqual([
    'Tried again',
    '   passed when tried again: cards.test.js > a card > is there at once',
    '     at first: expected 1 to be 2 // Object.is equality',
    '   failed when tried again: cards.test.js > a card > is never there',
    '     at first: expected false to be true // Object.is equality',
  ]);
  expect(ran.status).toBe(1);
});
