import type { Import, ImportId, RefusedRow } from '../../domain/import/import.ts';
import { refuse } from '../../domain/refusals.ts';
import { findHeader, findImport, listImports, listRefusals } from '../../store/import/import.ts';
import type { Context } from '../context.ts';

/** The last begun first. */
export function loadImports(ctx: Context, limit: number): Promise<Import[]> {
  return ctx.db.transaction((tx) => listImports(tx, limit));
}

/** Rows at a time: they are read as they are written out, however many there are. */
const AT_ONCE = 1_000;

interface Refused {
  /** As the file called its columns. */
  header: string[];
  rows: AsyncIterable<RefusedRow>;
}

/** Those that an import did not take, whole, in the order of the file. Throws `import_not_found`. */
export async function loadRefused(ctx: Context, id: ImportId): Promise<Refused> {
  const header = await ctx.db.transaction(async (tx) => {
    if (!(await findImport(tx, id))) throw refuse('import_not_found', { id });
    return findHeader(tx, id);
  });
  return { header, rows: refusedRows(ctx, id) };
}

async function* refusedRows(ctx: Context, id: ImportId): AsyncGenerator<RefusedRow> {
  let after = 0;
  for (;;) {
    const rows = await ctx.db.transaction((tx) => listRefusals(tx, id, { after, limit: AT_ONCE }));
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.line;
  }
}
