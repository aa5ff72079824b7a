import type { Command } from 'commander';
import { cleanPasted } from '../../reading/text.ts';

const run = () => import('../run/sources.ts');

const IN = ['--in <source>', 'campaigns of this source instead of sources'] as const;

/** Sources and campaigns: what there is, and what is the same. */
export function addSourcesCommand(program: Command): void {
  const sources = program
    .command('sources')
    .description('sources and campaigns with their spellings and ids, and what looks alike')
    .option('--json', 'for programs')
    .action(async ({ json = false }: { json?: boolean }) => (await run()).printSources(json));
  sources
    .command('merge')
    .description('make A, or several, the same as B: leads, spend and routing follow')
    .argument('<names...>', 'A INTO B')
    .option(...IN)
    .action(async (names: string[], options: { in?: string }) => (await run()).mergeNamed(names, options.in));
  sources
    .command('apart')
    .description(
      'A and B look alike, or leads of B came as A, and they are not the same: nobody is asked again',
    )
    .argument('<names...>', 'A B')
    .option(...IN)
    .action(async (names: string[], options: { in?: string }) =>
      (await run()).keepNamedApart(names, options.in),
    );
  sources
    .command('rename')
    .description('give A another name; what comes in under the old one is still its')
    .argument('<name>')
    .argument('<to>')
    .option(...IN)
    .action(async (name: string, to: string, options: { in?: string }) =>
      (await run()).renameNamed(name, to, options.in),
    );
  sources
    .command('split')
    .description('make some spellings of A a source of their own')
    .argument('<name>')
    .argument('<spellings...>')
    .option(...IN)
    .action(async (name: string, spellings: string[], options: { in?: string }) =>
      (await run()).splitNamed(name, spellings, options.in),
    );
  sources
    .command('undo')
    .description('take a change back; without an id the last one')
    .argument('[id]', 'as `tango sources` told it', cleanPasted)
    .action(async (id?: string) => (await run()).undoChange(id));
}
