/** Makes the bundle that load.js takes: `npm run bundle`, and by itself whenever npm has installed the packages. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  const { BUNDLE, fingerprint, ROOT, STAMP, timesOfFiles } = await import('./load.js');
  const madeOf = { files: timesOfFiles(), contents: fingerprint() };
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
  await strip(join(BUNDLE, 'bot/packages.js'));
  writeFileSync(STAMP, JSON.stringify(madeOf));
}

/**
 * Without the comments, a sixth of the packages, and in ASCII alone: one letter beyond makes V8 decode all of the text and hold it with two
 * bytes a letter. Names and lines stay, for the traces of errors.
 * @param {string} path
 */
async function strip(path) {
  const { minifySync } = await import('rolldown/utils');
  const codegen = { removeWhitespace: false, legalComments: /** @type {const} */ ('none') };
  const { code, errors } = minifySync(path, readFileSync(path, 'utf8'), {
    module: true,
    compress: false,
    mangle: false,
    codegen,
  });
  // An escape is another text to whoever takes the template as it was written.
  if (errors.length > 0 || /String\.raw`[^`]*[^\0-\x7f]/.test(code)) return;
  writeFileSync(path, code.replace(/[^\0-\x7f]/g, escaped));
}

/** @param {string} letter One unit of UTF-16 */
function escaped(letter) {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
