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
  /** Of files that tell how far a lead or a deal has come. */
  states: readonly PlannedState[];
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

/** A word of the column that says how far a lead or a deal has come. */
export interface PlannedState {
  text: string;
  rows: number;
  /** Null: it is asked. */
  means: string | null;
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
  | { what: 'decimal'; field: string; example: string; readings: readonly string[] }
  /** A sign that is one of several currencies; the likeliest first. */
  | { what: 'currency'; field: string; example: string; answers: readonly string[] }
  /** Words of states that nobody knows. */
  | { what: 'states'; field: 'status' | 'outcome'; words: readonly PlannedState[] };

export type ImportQuestion = ColumnQuestion | { what: 'cards'; cards: number };

export interface PlannedCounts {
  /** New. */
  taken: number;
  /** Here already, and brought up to date. */
  updated: number;
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
  /** Deals whose leads are not here. */
  withoutLead?: number;
  /** Leads that would be posted. */
  cards: number;
  /** Of leads that are here and know less than the file does. */
  fills?: FillCounts;
  /** Whose they are elsewhere: rows of the team’s people, and the texts that stand for none of them. */
  owners?: { known: number; unknown: readonly { text: string; rows: number }[] };
}

export interface FillCounts {
  rows: number;
  /** By the name of the field, those of other answers as `fields.NAME`; the most frequent first. */
  fields: readonly { field: string; rows: number }[];
  /** More that would be, were they not in somebody’s hands. */
  workedOn: number;
  /** False: it could be done, and was not asked for. */
  isAsked: boolean;
}

export interface PlannedRefusal {
  reason: string;
  rows: number;
  /** The first of them. */
  lines: number[];
}

/** More cards than these are asked for, whatever the file. */
export const CARDS_ASKED_FROM = 50;
