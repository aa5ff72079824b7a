import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import type { Import, ImportId } from '../../domain/import/import.ts';
import { count } from '../../sentences/en/count.ts';
import { sayImport, sayKept, sayUndone } from '../../sentences/en/import.ts';
import { loadImports, loadRefused } from '../../usecases/import/load-imports.ts';
import { undoImport } from '../../usecases/import/undo-import.ts';
import { printable } from '../printable.ts';
import { withExistingContext } from '../with-context.ts';

const MOST = 200;

export async function printImports(isJson: boolean): Promise<void> {
  const imports = await withExistingContext((ctx) => loadImports(ctx, MOST));
  if (isJson) return console.log(JSON.stringify({ imports: imports.map(plain) }, null, 2));
  if (imports.length === 0) console.log('No file was imported so far.');
  for (const each of imports) console.log(printable(`${each.id}: ${day(each.begunAt)} · ${sayImport(each)}`));
}

export async function undo(id: string): Promise<void> {
  await withExistingContext(async (ctx) => {
    const undone = await undoImport(ctx, id as ImportId, 'import');
    console.log(printable(sayUndone(undone)));
    for (const kept of undone.named) console.log(printable(`  ${sayKept(kept)}`));
    const more = undone.kept - undone.named.length;
    if (more > 0) console.log(`  and ${count(more, 'more')}`);
  });
}

/** On stdout as it is read, however much it is. */
export async function printRefused(id: string): Promise<void> {
  await withExistingContext(async (ctx) => {
    const { header, rows } = await loadRefused(ctx, id as ImportId);
    await write(stringify([[...header, 'row', 'column', 'reason']]));
    for await (const { line, column, reason, cells } of rows) {
      const filled = header.map((_, index) => cells[index] ?? '');
      await write(stringify([[...filled, String(line), column ?? '', reason]]));
    }
  });
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function plain({ begunAt, endedAt, undoneAt, ...rest }: Import) {
  return {
    ...rest,
    begunAt: iso(begunAt),
    endedAt: endedAt === null ? null : iso(endedAt),
    undoneAt: undoneAt === null ? null : iso(undoneAt),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function day(at: number): string {
  return iso(at).slice(0, 10);
}
