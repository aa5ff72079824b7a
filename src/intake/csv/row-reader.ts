import type { FieldProblem } from '../../errors.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { PLAIN } from '../../sentences/voice.ts';
import { fieldProblems } from '../schemas/problems.ts';
import type { ColumnPlan } from './columns/match-columns.ts';
import type { CsvRow } from './file/csv-file.ts';
import type { ReadRow, RowKind } from './row-kind.ts';
import { type ColumnReadings, readValues, type ValueReader } from './values/read-values.ts';
import { rowNamer } from './values/row-key.ts';

export function rowReader<Input>(
  kind: RowKind<Input>,
  { plan, ...readings }: Pick<ValueReader, 'plan' | 'answers'> & ColumnReadings,
): (row: CsvRow) => ReadRow<Input> {
  const reader = { layout: kind.layout, plan, ...readings };
  const complete = kind.complete?.(plan);
  const nameOf = rowNamer(kind.layout.noun, plan);
  return ({ line, cells }) => {
    if (kind.isTotal?.(cells, line)) return { line, isTotal: true };
    const misfit = misfitOf(cells, plan.header.length);
    if (misfit) return { line, reason: misfit, column: null, cells };
    const told = readValues(reader, cells);
    if ('problem' in told) return { line, reason: told.problem, column: columnOf(plan, told.field), cells };
    const { values } = told;
    if (kind.isOpen?.(values)) return { line, isOpen: true, values };
    const notes: string[] = [];
    const parsed = kind.schema.safeParse(complete?.(values, (note) => notes.push(note)) ?? values);
    if (parsed.success) return { line, rowName: () => nameOf(cells), input: parsed.data, notes, cells };
    const problems = fieldProblems(parsed.error).map(({ field, refusal }) => ({
      field: field.replace(/^history\./, ''),
      refusal,
    }));
    const column = columnOf(plan, problems[0]?.field ?? '');
    return { line, reason: problems.map(sayProblem).join('; '), column, cells };
  };
}

/** As the file calls it; null where no column is at fault, or a value that holds for every row. */
function columnOf({ header, columns }: ColumnPlan, field: string): string | null {
  return header[columns.get(field) ?? -1] || null;
}

/** Cells too few or too many mean that some stand under the wrong header. Blank ones at the end do no harm. */
function misfitOf(cells: readonly string[], width: number): string | null {
  const isFit = cells.length === width || (cells.length > width && cells.slice(width).every((cell) => !cell));
  return isFit ? null : `has ${cells.length} cells where the header has ${width}`;
}

function sayProblem({ field, refusal }: FieldProblem): string {
  return `${field} ${sayRefusal(refusal, PLAIN)}`.trim();
}
