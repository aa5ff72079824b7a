import type { ImportId } from '../../domain/import/import.ts';
import type { Context } from '../../usecases/context.ts';
import { loadRefused } from '../../usecases/import/load-imports.ts';

/** As they stand in the file, the reason beside them: mended, they are brought again. */
export async function refusedFile(ctx: Context, id: ImportId): Promise<string> {
  const { header, rows } = await loadRefused(ctx, id);
  const table = [[...header, 'row', 'column', 'reason']];
  for await (const { line, column, reason, cells } of rows) {
    const filled = header.map((_, index) => cells[index] ?? '');
    table.push([...filled, String(line), column ?? '', reason]);
  }
  const { stringify } = await import('csv-stringify/sync');
  return stringify(table, { bom: true, record_delimiter: 'windows' });
}
