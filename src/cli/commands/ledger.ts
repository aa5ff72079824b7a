import type { Command } from 'commander';
import { cleanPasted } from '../../reading/text.ts';
import { day } from '../options.ts';
import type { ListOptions } from '../run/ledger.ts';

/** What was recorded, and how to take it back. */
export function addLedgerCommands(spend: Command): void {
  spend
    .command('list')
    .description('the amounts that are counted, the last recorded first')
    .option('--from <day>', 'those that cover this day or a later one', day)
    .option('--to <day>', 'those that cover this day or an earlier one', day)
    .option('--all', 'those that were replaced or taken back as well')
    .option('--json', 'print JSON instead of lines')
    .action(async (options: ListOptions) => (await import('../run/ledger.ts')).printLedger(options));
  spend
    .command('remove')
    .description(
      'take back an amount, or a batch with all of its amounts; what the batch replaced is counted again',
    )
    .argument('<id>', 'of the amount or of the batch, as `tango spend list` shows them', cleanPasted)
    .action(async (id: string) => (await import('../run/ledger.ts')).removeSpend(id));
}
