#!/usr/bin/env node
// Plain JavaScript that any Node can read: the rest needs Node 24, and its SQLite driver crashes without a word on older ones.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const pinned = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  const { load } = await import('../bundle/load.js');
  const { run } = await load('tango', () => import('./main.ts'));
  process.exitCode = await run(process.argv);
} else if (existsSync(pinned)) {
  runWith(pinned);
} else {
  console.error(`tango needs Node ${NEEDED} or newer, and this is ${process.versions.node}.`);
  console.error('Run `npm ci` in the project: it brings the right Node along. Or install Node 24.');
  process.exitCode = 1;
}

/** @param {string} node */
function runWith(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // Ctrl-C reaches the child from the terminal by itself; this process only has to outlive it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`tango could not start ${node}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
