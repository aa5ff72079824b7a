import type { Command } from 'commander';
import { EXIT } from '../exit.ts';

/** Commands of the contract that are not built yet say so instead of being unknown. */
const PENDING: [usage: string, description: string][] = [
  ['setup', 'create the Slack app and check its tokens'],
  ['doctor', 'say what is missing and how to mend it'],
  ['export', 'write everything out as CSV and JSON'],
  ['erase', 'remove a person'],
];

export function addPendingCommands(program: Command, finish: (status: number) => void): void {
  for (const [usage, description] of PENDING) {
    program
      .command(usage)
      .description(`${description} (not in this version yet)`)
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => {
        console.error(`tango: ${usage.split(' ')[0]} is not in this version yet`);
        finish(EXIT.failed);
      });
  }
}
