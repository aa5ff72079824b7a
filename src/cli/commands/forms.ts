import type { Command } from 'commander';
import { cleanLine } from '../../reading/text.ts';

const run = () => import('../run/forms.ts');

/** Forms and tools that have no webhook of their own here. */
export function addFormsCommand(program: Command): void {
  const forms = program
    .command('forms')
    .description('forms that have an address of their own, with what came by them')
    .action(async () => (await run()).printForms());
  forms
    .command('add')
    .argument('<name>', 'what the form is called')
    .requiredOption('--source <source>', 'where its leads come from')
    .description('make an address for a form; it is shown this once')
    .action(async (name: string, { source }: { source: string }) => (await run()).addForm({ name, source }));
  forms
    .command('key')
    .argument('<form>', 'its name or id', cleanLine)
    .description('make a new address for a form; the old one is nobody’s from then on')
    .action(async (form: string) => (await run()).renewForm(form));
  forms
    .command('sign')
    .argument('<form>', 'its name or id')
    .option('--off', 'ask for no signature any more')
    .description('take only what is signed: makes a secret for it, which is shown this once')
    .action(async (form: string, { off = false }: { off?: boolean }) =>
      (await run()).signForms(form, { isOff: off }),
    );
  forms
    .command('remove')
    .argument('<form>', 'its name or id', cleanLine)
    .description('take nothing more at its address; its leads stay')
    .action(async (form: string) => (await run()).removeForm(form));
}
