import type { z } from 'zod';
import type { ImportId } from '../../domain/import/import.ts';
import type { Layout } from './columns/layout.ts';
import type { ColumnPlan } from './columns/match-columns.ts';
import type { RowValues } from './values/read-values.ts';
import type { RowName } from './values/row-key.ts';

/** What became of a row that was right in itself: `updated` is what is here and was corrected, or has gone on since. */
export type SavedRow =
  | 'taken'
  | 'updated'
  | 'unchanged'
  /** `isOfNobody`: of a lead that is not here. */
  | { refused: string; isOfNobody?: true }
  | { left: string };

export interface FitRow<Input> {
  line: number;
  input: Input;
  /** Asked at most once, in the order of the rows, where a row does not name itself. */
  rowName(): RowName;
}

/** A row as its use case takes it, or why it cannot. */
export type ReadRow<Input> = { line: number } & (
  | { input: Input; notes: readonly string[]; rowName(): RowName; cells: readonly string[] }
  | { reason: string; column: string | null; cells: readonly string[] }
  | { isTotal: true }
  | { isOpen: true; values: RowValues; rowName(): RowName; cells: readonly string[] }
);

export interface RowKind<Input> {
  layout: Layout;
  /** Hears which columns the fields are read from, before the first row. */
  onPlan?(plan: ColumnPlan): void;
  /** Hears all rows before the first of them is taken, for what several of them are together. */
  readAhead?(rows: AsyncIterable<ReadRow<Input>>): Promise<void>;
  schema: z.ZodType<Input>;
  /** Adds what follows from the row's other values; `note` tells of what was taken and yet is not as it should be. */
  complete?(plan: ColumnPlan): (values: RowValues, note: (text: string) => void) => RowValues;
  /** A row that sums up others: passed over, and counted apart. */
  isTotal?(cells: readonly string[], line: number): boolean;
  /** A row of what is not over yet: passed over, and counted apart. */
  isOpen?(values: RowValues): boolean;
  /** What only the whole file makes of a row, once all were heard. */
  reread?(row: ReadRow<Input>): ReadRow<Input>;
  /** Of what was taken: what only the whole file tells of it. */
  notesOf?(line: number): readonly string[];
  /** What `save` would come to. Writes nothing, and counts what came in earlier parts as here. */
  preview(rows: readonly FitRow<Input>[]): Promise<SavedRow[]>;
  /** One use case, one transaction, which keeps what it made for the import of this id. */
  save(rows: readonly FitRow<Input>[], importId?: ImportId): Promise<SavedRow[]>;
}
