import type { Command } from 'commander';
import { cleanPasted } from '../../reading/text.ts';

const run = () => import('../run/imports.ts');

/** The files that were brought, and how to take one back. */
export function addImportsCommand(program: Command): void {
  const imports = program
    .command('imports')
    .description('the files that were imported, the last first')
    .option('--json', 'print JSON instead of lines')
    .action(async ({ json = false }: { json?: boolean }) => (await run()).printImports(json));
  imports
    .command('undo')
    .description('take an import back: what nobody has worked on goes, what somebody has is named and stays')
    .argument('<id>', 'as `tango imports` shows it', cleanPasted)
    .action(async (id: string) => (await run()).undo(id));
  imports
    .command('refused')
    .description('the rows that were not taken, as CSV with the reason, to be mended and imported again')
    .argument('<id>', 'as `tango imports` shows it', cleanPasted)
    .action(async (id: string) => (await run()).printRefused(id));
}
