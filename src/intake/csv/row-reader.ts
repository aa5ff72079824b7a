import type { FileAnswers } from '../../sentences/en/file-answers.ts';
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
    const rowName = () => nameOf(cells);
    if (kind.isOpen?.(values)) return { line, isOpen: true, values, rowName, cells };
    const notes: string[] = [];
    const parsed = kind.schema.safeParse(complete?.(values, (note) => notes.push(note)) ?? values);
    if (parsed.success) return { line, rowName, input: parsed.data, notes, cells };
    const problems = fieldProblems(parsed.error).map(({ field: path, refusal }) => {
      const field = path.replace(/^history\./, '');
      return { column: columnOf(plan, field), field, sentence: sayRefusal(refusal, PLAIN) };
    });
    return {
      line,
      reason: sayProblems(problems, readings.answers),
      column: problems[0]?.column ?? null,
      cells,
    };
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

interface Problem {
  /** Null: the file has none for it. */
  column: string | null;
  field: string;
  sentence: string;
}

/** In the file's own words: whoever mends it sees its columns, and not what programs call them. */
function sayProblems(problems: readonly Problem[], answers: FileAnswers): string {
  const told = problems.filter(
    // Where a day stands for the last one as well, that is wrong in the same way and has no column.
    ({ column, sentence }, index) =>
      column !== null || problems.findIndex((each) => each.sentence === sentence) === index,
  );
  return told
    .map(({ column, field, sentence }) => {
      const name = column ?? (field && answers.field(field));
      return name ? `${name}: ${sentence}` : sentence;
    })
    .join('; ');
}
