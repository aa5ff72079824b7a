/**
 * Every claim of docs/performance.md, each beside the barest program that does the same, in one run.
 * `npm run bench -- [row…] [--rounds N] [--full] [--postgres] [--json]`
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { postgres, sqliteFiles } from './harness/databases.ts';
import { fsyncMs } from './harness/disk.ts';
import { print } from './harness/print.ts';
import { ROWS } from './rows.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    full: { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !Object.hasOwn(ROWS, name));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}. There are: ${Object.keys(ROWS).join(', ')}`);
  process.exit(2);
}
const databases = values.postgres ? await postgres({ isDurable: true }) : sqliteFiles();
const options = { databases, rounds: Number(values.rounds), isFull: values.full };
for (const name of positionals.length > 0 ? positionals : Object.keys(ROWS)) {
  const row = await ROWS[name]?.();
  if (!row) continue;
  const [before = 0] = loadavg();
  const figures = await row.measure(options);
  const [after = 0] = loadavg();
  const rounds = row.isOnce ? 1 : options.rounds;
  const report = { row: name, title: row.title, database: row.database ?? databases.name, rounds };
  print({ ...report, load: [before, after], fsyncMs: fsyncMs(), figures }, { isJson: values.json });
}
await databases.stop();
process.exit(0);
