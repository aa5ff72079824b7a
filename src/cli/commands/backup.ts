import type { Command } from 'commander';

const run = () => import('../run/back-up.ts');

export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description('write a checked copy of the SQLite database; the bot may run meanwhile')
    .argument('<file>', 'where to; a copy of that name is replaced')
    .action(async (file: string) => (await run()).runBackUp(file));
  program
    .command('restore')
    .description('put a copy back in the place of the SQLite database; the bot must be stopped')
    .argument('<file>', 'a copy that tango backup wrote')
    .action(async (file: string) => (await run()).runRestore(file));
}
