/** Makes the bundle that load.js takes: `npm run bundle`, and by itself whenever npm has installed the packages. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A bot that logs an error has no time for the maps of its packages, which are four times as large as ours; they are kept apart. */
const APART = { groups: [{ name: 'packages', test: /node_modules/ }] };
const PROGRAMS = {
  bot: { input: 'src/program.ts', codeSplitting: APART },
  tango: { input: 'src/cli/main.ts', codeSplitting: true },
};

const bundler = await import('rolldown').catch(() => null);
if (bundler) await make(bundler);
else
  process.stdout.write(
    'Without the bundler, which is there for development, Tango runs from its source and starts slower.\n',
  );

/** @param {typeof import('rolldown')} bundler */
async function make({ build }) {
  const { BUNDLE, fingerprint, ROOT, STAMP } = await import('./load.js');
  const madeOf = fingerprint();
  // Whoever starts meanwhile takes the source.
  rmSync(STAMP, { force: true });
  rmSync(BUNDLE, { force: true, recursive: true });
  for (const [name, { input, codeSplitting }] of Object.entries(PROGRAMS))
    await build({
      input: { main: join(ROOT, input) },
      cwd: ROOT,
      platform: 'node',
      // With machine code of its own; and what only PostgreSQL needs.
      external: ['better-sqlite3', 'pg'],
      output: {
        dir: join(BUNDLE, name),
        format: 'esm',
        sourcemap: true,
        sourcemapExcludeSources: true,
        chunkFileNames: '[name].js',
        codeSplitting,
      },
    });
  rmSync(join(BUNDLE, 'bot/packages.js.map'));
  writeFileSync(STAMP, madeOf);
}
