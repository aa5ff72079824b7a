/** A file that somebody brought to Tango in Slack: what it was found to be, what is asked about it, and what came of it. */
import { z } from 'zod';
import type { ImportId } from '../import/import.ts';
import type { OverlapRule } from '../money/overlap.ts';
import type { PersonId } from '../team/actor.ts';

export type BroughtFileId = string & { readonly __broughtFile: never };
export type SheetWatchId = string & { readonly __sheetWatch: never };

/**
 * `waiting` to be looked at; `shown`, so that its person can decide; `asked` for: it is being imported, or will be
 * after a restart. One of somebody who may not bring it is `refused`. One of a sheet that nobody has answered for a week is `replaced` by the next look.
 */
export type FileState =
  | 'refused'
  | 'waiting'
  | 'shown'
  | 'asked'
  | 'done'
  | 'undo_asked'
  | 'undone'
  | 'cancelled'
  | 'replaced'
  | 'failed';

export const FILE_NOUNS = ['leads', 'spend', 'outcomes'] as const;
export type FileNoun = (typeof FILE_NOUNS)[number];

const Texts = z.record(z.string(), z.string());

/** How the file is to be read, as far as anybody has said. */
export const FileWish = z.object({
  noun: z.enum(FILE_NOUNS).nullable(),
  /** Field → column. */
  map: Texts,
  /** Field → the value of every row. */
  set: Texts,
  sheet: z.string().nullable(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable(),
  decimalMark: z.enum(['.', ',']).nullable(),
  /** Which leads get a card; null: nobody has said. */
  post: z.enum(['recent', 'all', 'none']).nullable(),
  /** ISO 4217, of amounts that name none; null: the team’s. */
  currency: z.string().nullable().default(null),
  /** What is empty in the leads that are here is filled. */
  update: z.boolean().default(false),
  /** Columns that are left out. */
  ignore: z.array(z.string()).default([]),
  /** What an amount does that covers a part of an earlier one’s days; null: nobody has said. */
  overlap: z.enum(['leave', 'replace', 'add']).nullable().default(null),
  /** What words of states mean, by the key of the word: of leads, and of deals. */
  words: z.object({ status: Texts, outcome: Texts }).default({ status: {}, outcome: {} }),
});
export type FileWish = z.infer<typeof FileWish>;

export const NO_WISH: FileWish = {
  ...{ noun: null, map: {}, set: {}, sheet: null, dateOrder: null, decimalMark: null, post: null },
  ...{ currency: null, update: false, ignore: [], overlap: null, words: { status: {}, outcome: {} } },
};

const Count = z.number();
/** Rows that are refused for the same reason, the first of them named. */
const RefusedFor = z.object({ reason: z.string(), rows: Count, lines: z.array(Count) });

const FileQuestion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('date_order'),
    column: z.string(),
    text: z.string(),
    orders: z.array(z.enum(['dmy', 'mdy', 'ymd'])),
  }),
  z.object({ kind: z.literal('decimal'), column: z.string(), text: z.string() }),
  /** Required, and in no column: a source, a side. Others only a column can give. */
  z.object({ kind: z.literal('missing'), field: z.string(), others: z.array(z.string()) }),
  z.object({
    kind: z.literal('currency'),
    column: z.string(),
    text: z.string(),
    currencies: z.array(z.string()),
  }),
  /** Words of states that nobody knows. */
  z.object({
    kind: z.literal('states'),
    column: z.string(),
    field: z.enum(['status', 'outcome']),
    words: z.array(z.object({ text: z.string(), rows: Count })),
  }),
  z.object({ kind: z.literal('cards'), cards: Count }),
  /** Amounts that cover a part of an earlier one’s days. */
  z.object({ kind: z.literal('overlap'), rows: Count }),
]);
export type FileQuestion = z.infer<typeof FileQuestion>;

export const FileLook = z.object({
  noun: z.enum(FILE_NOUNS),
  sheet: z
    .object({ name: z.string(), others: z.array(z.string()), hiddenRows: Count, uncomputed: Count })
    .nullable(),
  header: z.array(z.string()),
  /** Which column each field is read from, with an example and how that was read where it is a day. */
  fields: z.array(
    z.object({ field: z.string(), column: z.string(), example: z.string(), readAs: z.string().nullable() }),
  ),
  /** Columns that no field is read from. */
  unused: z.array(z.string()),
  /** Of an amount without any: as a line above the header names them. Not in what was looked at before. */
  period: z.object({ from: z.string(), to: z.string() }).nullish(),
  /** What is said of states there, and what each word is taken for. */
  states: z.array(z.object({ text: z.string(), rows: Count, means: z.string().nullable() })).default([]),
  questions: z.array(FileQuestion),
  rows: Count,
  /** New. */
  fit: Count,
  here: Count.default(0),
  /** Here already, and corrected or brought up to date by it. */
  updated: Count.default(0),
  /** Of leads that are here and know less than the file does: filled, where that was asked for. */
  fills: z
    .object({
      rows: Count,
      fields: z.array(z.object({ field: z.string(), rows: Count })),
      workedOn: Count,
      isAsked: z.boolean(),
    })
    .nullable()
    .default(null),
  refused: Count,
  /** The most frequent first; empty in what an earlier version has stored. */
  reasons: z.array(RefusedFor).default([]),
  /** Whose leads they are elsewhere, where that is nobody here. */
  unknownOwners: z.array(z.object({ text: z.string(), rows: Count })).default([]),
  /** How many more of those there are. */
  moreOwners: Count.default(0),
  /** Leads without a date; older than three days; newer: those get a card. */
  undated: Count,
  old: Count,
  recent: Count,
  tests: Count,
  withoutSource: Count,
  totals: Count,
  open: Count,
  /** Amounts that cover a part of an earlier one’s days: among those that are refused, until somebody says what they do. */
  overlaps: Count.default(0),
  /** The source that was named for all of them is a new one. */
  isSourceNew: z.boolean().default(false),
  /** Leads of which a file of deals has several. */
  severalDeals: Count.default(0),
  /** Deals whose leads are not here. */
  withoutLead: Count.default(0),
});
export type FileLook = z.infer<typeof FileLook>;

export const FileOutcome = z.object({
  rows: Count,
  taken: Count,
  updated: Count.default(0),
  unchanged: Count,
  refused: Count,
  withoutLead: Count.default(0),
  /** New leads that have no card, since they do not say when they came. */
  uncarded: Count.default(0),
  reasons: z.array(RefusedFor).default([]),
  /** The refused rows did not reach Slack as a file. */
  isFileLost: z.boolean(),
  /** Once it was taken back: what is gone, and what stays because somebody has worked on it. */
  undone: z.object({ gone: Count, kept: Count }).optional(),
});
export type FileOutcome = z.infer<typeof FileOutcome>;

export interface BroughtFile {
  id: BroughtFileId;
  person: PersonId;
  channel: string;
  ts: string;
  fileId: string;
  name: string;
  state: FileState;
  wish: FileWish;
  look: FileLook | null;
  hash: string | null;
  /** Why it cannot be read; of one that is being worked on, why that takes its time. */
  problem: string | null;
  /** By which it is taken back; several where it was broken off. */
  importIds: ImportId[];
  rowsDone: number;
  outcome: FileOutcome | null;
  /** Of a sheet that is looked at every day. */
  watchId: SheetWatchId | null;
  attempts: number;
  nextAttemptAt: number;
  createdAt: number;
}

/** What is left out is refused, as where nobody was asked. */
export function overlapOf({ overlap }: FileWish): OverlapRule {
  return overlap === 'replace' || overlap === 'add' ? overlap : 'ask';
}

/** So many refused rows are named. */
export const MOST_NAMED = 5;

/** More than so many cards are asked about. */
const UNASKED_CARDS = 50;

export function cardsOf(look: FileLook, { post }: FileWish): number {
  if (look.noun !== 'leads' || post === 'none') return 0;
  return post === 'all' ? look.fit - look.tests : look.recent;
}

/** What stands between the file and its import. */
export function openQuestions({ look, wish }: Pick<BroughtFile, 'look' | 'wish'>): FileQuestion[] {
  if (!look) return [];
  const cards = wish.post === null ? cardsOf(look, wish) : 0;
  const overlaps = wish.overlap === null ? look.overlaps : 0;
  return [
    ...look.questions,
    ...(cards > UNASKED_CARDS ? [{ kind: 'cards' as const, cards }] : []),
    ...(overlaps > 0 ? [{ kind: 'overlap' as const, rows: overlaps }] : []),
  ];
}

/** Its person has to decide, or we have to work. */
export function isPending(file: Pick<BroughtFile, 'state' | 'look' | 'wish'>): boolean {
  if (file.state !== 'shown') return ['waiting', 'asked', 'undo_asked'].includes(file.state);
  return openQuestions(file).length > 0 || (file.look !== null && hasNews(file.look));
}

/** There is something to be taken. */
export function hasNews({ fit, updated }: FileLook): boolean {
  return fit + updated > 0;
}
