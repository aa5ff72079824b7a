import { type Command, Option } from 'commander';
import { EXTRA, isFieldOf, type Layout, LEADS, OUTCOMES, SPEND } from '../../intake/csv/columns/layout.ts';
import { currency, gathered, owner, pairs, stage, status, timezone } from '../options.ts';
import type { ImportOptions } from '../run/import.ts';
import { addLedgerCommands } from './ledger.ts';

export function addImportCommands(program: Command, finish: (status: number) => void): void {
  addImport(program, LEADS, finish)
    .option('--update', 'fill what is empty in the leads that are here already')
    .option(
      '--status <word=state>',
      'what a status means that is not known; as often as there are such words',
      status,
    )
    .option('--owner <name=member id>', 'who an owner is whom the file calls otherwise', owner)
    .addOption(
      new Option(
        '--post <which>',
        'which leads get a card in Slack (default: recent, received within 3 days, where those are fifty or fewer)',
      ).choices(['recent', 'all', 'none']),
    );
  addImport(program, OUTCOMES, finish).option(
    '--stage <word=won|lost|open>',
    'what a stage means that is not known; as often as there are such stages',
    stage,
  );
  const spend = addImport(program, SPEND, finish);
  spend.addOption(
    new Option(
      '--overlap <how>',
      'what rows do that cover a part of an earlier amount’s days (default: they are refused)',
    ).choices(['replace', 'add']),
  );
  if (spend.parent) addLedgerCommands(spend.parent);
}

function addImport(program: Command, layout: Layout, finish: (status: number) => void): Command {
  const fields = [...Object.keys(layout.fields), ...(layout.keepsUnknown ? [`${EXTRA}NAME`] : [])];
  const pair = pairs((name) => isFieldOf(layout, name), fields);
  const noun = program
    .command(layout.noun)
    .description(`import ${layout.noun} from a CSV file or an Excel workbook`);
  const command: Command = noun
    .command('import')
    .argument(
      '<file>',
      'CSV with commas, semicolons or tabs, .xlsx, or the https address of a Google Sheet; with a header line',
    )
    .option('--map <field=column>', 'the column that a field is read from', pair)
    .option('--set <field=value>', 'the value of a field in every row', pair)
    .option('--sheet <name>', 'of a workbook (default: its first that holds anything)')
    .option('--timezone <zone>', "of dates and times that name none (default: the team's)", timezone)
    .addOption(new Option('--date-order <order>', 'how to read 01-02-2023').choices(['dmy', 'mdy', 'ymd']))
    .addOption(
      new Option('--decimal <mark>', 'how to read 1.234 where no other row of the column tells').choices([
        'comma',
        'point',
      ]),
    )
    .option('--ignore <column>', 'a column that is left out; as often as there are such columns', gathered)
    .option('--currency <code>', "of amounts that name none (default: the team's)", currency)
    .option('--yes', 'ask nothing: what the plan leaves open is refused, and many cards are not posted')
    .option('--json', 'print the plan and the result as JSON')
    .option('--dry-run', 'check every row and write nothing')
    .option('--progress', 'show the progress bar although nobody seems to look on');
  return command.action(async (path: string, options: ImportOptions) => {
    const twice = Object.keys(options.map ?? {}).find((field) => field in (options.set ?? {}));
    if (twice) command.error(`error: ${twice} is given both by --map and by --set`);
    const { runImport } = await import('../run/import.ts');
    finish(await runImport(layout.noun, path, options));
  });
}
