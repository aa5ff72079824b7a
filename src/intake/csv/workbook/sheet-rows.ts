import type { Readable } from 'node:stream';
import { AppError, inWords } from '../../../errors.ts';
import { numberText } from './cell-text.ts';
import { type Merge, mergeOf, placeOf } from './merges.ts';
import type { NumberFormat } from './number-format.ts';
import { CellText, isTrue, unescaped } from './parts.ts';
import { type Attributes, readXml, type XmlReader } from './xml.ts';

export interface SheetRow {
  /** As Excel numbers it. */
  line: number;
  /** By column; what is blank is a hole or an empty text. */
  cells: string[];
  /** Columns whose cell is a number that is no date: an amount, a count. */
  numbers: ReadonlySet<number>;
  isHidden: boolean;
  /** Formulas of which the program that wrote the file kept no value. */
  uncomputed: number;
}

export interface SheetContext {
  texts: readonly string[];
  formats: readonly NumberFormat[];
  is1904: boolean;
}

/** Far more than a list has; a cell farther right is a slip, or meant to fill the memory. */
const MOST_COLUMNS = 1000;

/** The rows that hold anything, and at the end what the sheet says of merged cells. */
export async function* sheetRows(part: Readable, context: SheetContext): AsyncGenerator<SheetRow[], Merge[]> {
  const reader = new SheetReader(context);
  for await (const _ of readXml(part, reader)) {
    const rows = reader.takeRows();
    if (rows.length > 0) yield rows;
  }
  return reader.merges;
}

class SheetReader implements XmlReader {
  readonly merges: Merge[] = [];
  readonly #context: SheetContext;
  readonly #inline = new CellText();
  #rows: SheetRow[] = [];
  #row: (SheetRow & { numbers: Set<number> }) | null = null;
  #line = 0;
  #column = -1;
  #cell: Attributes = {};
  #value = '';
  #isValue = false;
  #hasFormula = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  takeRows(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        this.#openRow(attributes);
        return;
      case 'c':
        this.#openCell(attributes);
        return;
      case 'f':
        this.#hasFormula = true;
        return;
      case 'v':
        this.#isValue = true;
        return;
      case 'mergeCell': {
        const merge = mergeOf(attributes.ref ?? '');
        if (merge) this.merges.push(merge);
        return;
      }
      default:
        this.#inline.open(name);
    }
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
    else this.#inline.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else this.#inline.close(name);
  }

  /** A writer may leave the places out: one after the other, then. */
  #openRow({ r, hidden }: Attributes): void {
    this.#line = r === undefined ? this.#line + 1 : Number(r);
    this.#column = -1;
    this.#row = {
      line: this.#line,
      cells: [],
      numbers: new Set(),
      isHidden: isTrue(hidden),
      uncomputed: 0,
    };
  }

  #openCell(attributes: Attributes): void {
    this.#cell = attributes;
    this.#column = attributes.r === undefined ? this.#column + 1 : placeOf(attributes.r).column;
    this.#value = '';
    this.#hasFormula = false;
  }

  #closeCell(): void {
    const row = this.#row;
    const inline = this.#inline.take();
    if (!row) return;
    if (this.#hasFormula && this.#value === '' && this.#cell.t !== 'str') row.uncomputed += 1;
    const text = this.#cell.t === 'inlineStr' ? inline : this.#textOf(this.#value);
    if (text.trim() === '') return;
    if (this.#column >= MOST_COLUMNS) throw tooWide(row.line);
    while (row.cells.length < this.#column) row.cells.push('');
    row.cells[this.#column] = text;
    if (this.#isNumber()) row.numbers.add(this.#column);
  }

  #textOf(value: string): string {
    if (value === '') return '';
    switch (this.#cell.t ?? 'n') {
      case 's':
        return this.#context.texts[Number(value)] ?? '';
      case 'b':
        return isTrue(value) ? 'TRUE' : 'FALSE';
      case 'n':
        return numberText(value, this.#format(), this.#context.is1904);
      case 'd':
        return value.replace(/T00:00:00(\.0+)?$/, '');
      default:
        return unescaped(value);
    }
  }

  #format(): NumberFormat {
    return this.#context.formats[Number(this.#cell.s ?? 0)] ?? { kind: 'plain' };
  }

  #isNumber(): boolean {
    return (this.#cell.t ?? 'n') === 'n' && this.#format().kind !== 'date';
  }

  #closeRow(): void {
    if (this.#row && (this.#row.cells.length > 0 || this.#row.uncomputed > 0)) this.#rows.push(this.#row);
    this.#row = null;
  }
}

function tooWide(line: number): AppError {
  return new AppError(
    'invalid',
    inWords(
      `Row ${line} of the sheet holds something beyond column ${MOST_COLUMNS}: delete it and try again`,
    ),
  );
}
