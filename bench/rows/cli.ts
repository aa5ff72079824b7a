/** Processor time of a command before it works: its help, and a short answer from a small database; beside Node that does nothing. */

import { alternate, compare, type Figure } from '../harness/measure.ts';
import { cpuOfEnded, startProgram } from '../harness/program.ts';
import type { Row } from '../harness/row.ts';
import { benchContext } from '../harness/stored-leads.ts';

const TIMES = 2;

export const cli: Row = {
  title: 'processor time of a command before it works ÷ node that does nothing',
  measure: async ({ databases, rounds }) => {
    const env = { DATABASE_URL: await databases.next() };
    await (await benchContext(env.DATABASE_URL)).db.close();
    const figures: Figure[] = [];
    for (const command of ['--help', 'outbox', 'report --from 2026-01-01 --to 2026-01-31 --by source']) {
      const both = await alternate(
        rounds,
        () => cpuOfRuns(`node src/cli/tango.js ${command}`, env),
        () => cpuOfRuns('node -e 0', env),
      );
      const name = `tango ${command.split(' --')[0]}`;
      figures.push(compare(both, { name, unit: 'ms', target: '≤ 250 ms, aim 150' }, (cpu) => cpu));
    }
    return figures;
  },
};

/** The kernel counts in hundredths of a second: several are a better measure. */
async function cpuOfRuns(command: string, env: Record<string, string>): Promise<number> {
  const before = cpuOfEnded();
  for (let time = 0; time < TIMES; time++) {
    const status = await run(command, env);
    if (status !== 0) throw new Error(`${command} ended with ${status}`);
  }
  return (cpuOfEnded() - before) / TIMES;
}

function run(command: string, env: Record<string, string>): Promise<number> {
  return startProgram(command, env).exit;
}
