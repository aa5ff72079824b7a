/** A file of leads from the command line into the database; beside csv-parse with one raw insert a row. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sqliteFiles } from '../harness/databases.ts';
import { alternate, compare, type Figure } from '../harness/measure.ts';
import { memoryOf, startProgram } from '../harness/program.ts';
import type { Row, RowOptions } from '../harness/row.ts';

const ROWS = 100_000;
const MANY = 1_000_000;

export const importing: Row = {
  title: `rows a second of a file ÷ csv-parse with raw inserts, both with the start of their process`,
  measure: async (options) => {
    const figures = await importFile(options, ROWS, options.rounds);
    return options.isFull ? [...figures, ...(await importFile(options, MANY, 1))] : figures;
  },
};

async function importFile({ databases }: RowOptions, rows: number, rounds: number): Promise<Figure[]> {
  const path = join(tmpdir(), `tango-leads-${process.pid}.csv`);
  writeFileSync(path, contentOf(rows));
  const bareFiles = sqliteFiles();
  const bareUrl = async () => (await bareFiles.next()).replace(/^file:/, '');
  const both = await alternate(
    rounds,
    async () =>
      run(rows, `node src/cli/tango.js leads import ${path} --post none`, {
        DATABASE_URL: await databases.next(),
      }),
    async () => run(rows, `node bench/bare/import.ts ${path} ${await bareUrl()}`, {}),
    { warmUp: 0 },
  );
  await bareFiles.stop();
  rmSync(path);
  const of = `, ${rows} rows`;
  return [
    compare(both, { name: `rows${of}`, unit: '/s', target: '≥ 0.1, aim 0.3' }, ({ perSecond }) => perSecond),
    compare(both, { name: `peak memory${of}`, unit: 'MiB', target: '≤ 250 MiB' }, ({ peak }) => peak),
  ];
}

function contentOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const day = new Date(Date.UTC(2018, 0, 1 + (n % 300))).toISOString().slice(0, 10);
    return `id${n},${day},Person ${n},person${n}@company${n % 900}.example,source ${n % 11},page ${n % 400}`;
  });
  return `id,created_at,name,email,source,landing_page\n${lines.join('\n')}\n`;
}

async function run(rows: number, command: string, env: Record<string, string>) {
  const start = performance.now();
  const program = startProgram(command, env);
  let peak = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peak = peakOf(program.pid, peak);
      await pause(50);
    }
  })();
  const status = await program.exit;
  isOver = true;
  const perSecond = (rows / (performance.now() - start)) * 1000;
  await watching;
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return { perSecond, peak };
}

/** Once it has ended nobody can be asked any more. */
function peakOf(pid: number, before: number): number {
  try {
    return memoryOf({ pid }, 'VmHWM') || before;
  } catch {
    return before;
  }
}
