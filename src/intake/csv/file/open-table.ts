import { openCsv, rowsOf } from './csv-file.ts';
import { formatOf } from './format.ts';
import type { Table } from './table.ts';

/** `sheet` names the one of a workbook that is meant; without one it is the first that holds anything. */
export async function openTable(path: string, sheet?: string): Promise<Table> {
  if ((await formatOf(path)) === 'xlsx') {
    // Loaded when the first workbook comes: the bot and the command line start without it.
    const { openWorkbook } = await import('../workbook/open-workbook.ts');
    return await openWorkbook(path, sheet);
  }
  const file = await openCsv(path);
  return { path, titles: file.dialect.titles, sheet: null, rows: () => rowsOf(file) };
}
