/**
 * `tango …`: reads the command line, runs one command, says how it went by its exit status. What a command does is loaded when it is called:
 * `commands/` only says how it is written.
 */

import { Command, CommanderError } from 'commander';
import { AppError, coerceError } from '../errors.ts';
import { PLAIN } from '../sentences/voice.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addFormsCommand } from './commands/forms.ts';
import { addImportCommands } from './commands/import.ts';
import { addImportsCommand } from './commands/imports.ts';
import { addOutboxCommand } from './commands/outbox.ts';
import { addPendingCommands } from './commands/pending.ts';
import { addReportCommand } from './commands/report.ts';
import { addRouteCommand } from './commands/route.ts';
import { addScorecardCommand } from './commands/scorecard.ts';
import { addSourcesCommand } from './commands/sources.ts';
import { EXIT } from './exit.ts';
import { printable } from './printable.ts';

/** Answers with the exit status. */
export async function run(argv: string[]): Promise<number> {
  let status: number = EXIT.done;
  const program = createProgram((reported) => {
    status = reported;
  });
  // `tango report | head` closes our output early; that is no failure.
  process.stdout.on('error', () => process.exit(EXIT.done));
  try {
    await program.parseAsync(argv);
    return status;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.done : EXIT.usage;
    console.error(printable(await inWords(coerceError(thrown))));
    return EXIT.failed;
  }
}

function createProgram(finish: (status: number) => void): Command {
  const program = new Command('tango')
    .description('Closes the loop between marketing and sales. See docs/import.md and docs/metrics.md.')
    .exitOverride()
    .showHelpAfterError('(tango --help lists the commands)');
  addImportCommands(program, finish);
  addImportsCommand(program);
  addFormsCommand(program);
  addReportCommand(program);
  addScorecardCommand(program);
  addRouteCommand(program);
  addSourcesCommand(program);
  addBackupCommands(program);
  addOutboxCommand(program);
  addPendingCommands(program, finish);
  return program;
}

/** A refusal is said in its own words; anything else is a defect or an outage, whose trace LOG_LEVEL=debug shows. */
async function inWords(error: Error): Promise<string> {
  if (error instanceof AppError) {
    const { sayRefusal } = await import('../sentences/refusal.ts');
    return `tango: ${sayRefusal(error.refusal, PLAIN)}`;
  }
  const isVerbose = ['trace', 'debug'].includes(process.env.LOG_LEVEL ?? '');
  return `tango: something went wrong: ${isVerbose ? error.stack : error.message}`;
}
