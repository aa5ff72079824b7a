import type { Command } from 'commander';
import { loadEnvFile, readEnv, toCliConfig } from '../../config.ts';
import { backUp, restore } from '../../usecases/back-up.ts';

export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description('write a checked copy of the SQLite database; the bot may run meanwhile')
    .argument('<file>', 'where to; a copy of that name is replaced')
    .action(async (file: string) => {
      await backUp(databaseUrl(), file);
      console.log(`Backed up to ${file}.`);
    });
  program
    .command('restore')
    .description('put a copy back in the place of the SQLite database; the bot must be stopped')
    .argument('<file>', 'a copy that tango backup wrote')
    .action(async (file: string) => {
      const before = await restore(databaseUrl(), file);
      console.log(`Restored from ${file}.${before ? ` The database as it was: ${before}.` : ''}`);
    });
}

function databaseUrl(): string {
  loadEnvFile();
  return toCliConfig(readEnv(process.env)).databaseUrl;
}
