import type { BroughtFileId } from '../../domain/brought-file/brought-file.ts';
import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';

/** Files that people bring. */
export const BROUGHT_FILE = {
  import: 'brought_file_import',
  change: 'brought_file_change',
  undo: 'brought_file_undo',
  cancel: 'brought_file_cancel',
  dayFirst: 'brought_file_dmy',
  monthFirst: 'brought_file_mdy',
  yearFirst: 'brought_file_ymd',
  comma: 'brought_file_comma',
  point: 'brought_file_point',
  marketing: 'brought_file_marketing',
  sales: 'brought_file_sales',
  postAll: 'brought_file_post_all',
  postNone: 'brought_file_post_none',
  watch: 'brought_file_watch',
  watchNoMore: 'brought_file_watch_no_more',
  replaces: 'brought_file_replaces',
  addsUp: 'brought_file_adds_up',
  leavesOut: 'brought_file_leaves_out',
  currency: 'brought_file_currency',
  words: 'brought_file_words',
  noState: 'brought_file_no_state',
  fill: 'brought_file_fill',
  fillNothing: 'brought_file_fill_nothing',
} as const;

export const BROUGHT_FILE_MODAL = {
  change: 'brought_file_change_modal',
  words: 'brought_file_words_modal',
} as const;

export const BROUGHT_FILE_FIELD = {
  noun: 'noun',
  source: 'file_source',
  overlap: 'overlap',
  days: 'days',
  sheet: 'sheet',
  dateOrder: 'date_order',
  decimalMark: 'decimal_mark',
  post: 'post',
} as const;

/** A column is asked about under its number. */
export const columnField = (index: number): string => `column_${index}`;

/** Likewise a word of a state. */
export const wordField = (index: number): string => `word_${index}`;

/** In buttons, and in the modal. */
export const broughtFileKey: Codec<BroughtFileId> = {
  encode: (id) => id,
  decode: (text) => {
    if (!ID.test(text)) throw new AppError('invalid', inWords('This file is not known any more.'));
    return text as BroughtFileId;
  },
};

/** In an option: the file, and the currency that its amounts are in. */
export const fileCurrencyKey: Codec<{ id: BroughtFileId; currency: string }> = {
  encode: ({ id, currency }) => `${currency} ${id}`,
  decode: (text) => {
    const [currency = '', id = ''] = text.split(' ');
    return { id: broughtFileKey.decode(id), currency };
  },
};
