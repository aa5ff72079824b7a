/** What a file was found to be before it is taken: shown to whoever brings it, by the command line and in Slack. */
import type { ImportNoun } from './import.ts';

export interface ImportPlan {
  noun: ImportNoun;
  fileName: string;
  rows: number;
  fields: PlannedField[];
  unread: UnreadColumn[];
  /** How dates and amounts are read where their column has decided. */
  readings: PlannedReading[];
  questions: ImportQuestion[];
  /** What would become of the rows; null: too many to be counted beforehand, or nobody looks. */
  counts: PlannedCounts | null;
}

/** That stands for no field. */
export interface UnreadColumn {
  column: string;
  /** With each lead, under its own name. */
  isKept: boolean;
  /** The field for which it may be meant; it is not taken for it unasked. */
  guess: string | null;
}

export interface PlannedField {
  field: string;
  /** Null: one value holds for every row. */
  column: string | null;
  /** The first value that there is. */
  example: string;
}

export type PlannedReading =
  | { what: 'dates'; field: string; column: string; order: 'dmy' | 'mdy' | 'ymd'; told: string | null }
  | { what: 'amounts'; field: string; column: string; mark: '.' | ',' };

/** Of a column that decides nothing. */
export type ColumnQuestion =
  | {
      what: 'date_order';
      field: string;
      example: string;
      answers: readonly ('dmy' | 'mdy' | 'ymd')[];
      /** Rows that contradict each other. */
      against: readonly { line: number; text: string }[];
    }
  | { what: 'decimal'; field: string; example: string; readings: readonly string[] };

export type ImportQuestion = ColumnQuestion | { what: 'cards'; cards: number };

export interface PlannedCounts {
  /** New. */
  taken: number;
  /** Here already. */
  unchanged: number;
  refused: number;
  /** Refused rows by what is wrong with them. */
  reasons: PlannedRefusal[];
  totals: number;
  open: number;
  tests: number;
  withoutSource: number;
  withoutDate: number;
  /** Leads that would be posted. */
  cards: number;
}

export interface PlannedRefusal {
  reason: string;
  rows: number;
  /** The first of them. */
  lines: number[];
}

/** More cards than these are asked for, whatever the file. */
export const CARDS_ASKED_FROM = 50;
