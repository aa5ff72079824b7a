import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';

/** What was spent: the ledger, and what is done with an amount of it. */
export const SPEND = {
  /** On a marketer’s Home. */
  open: 'spend_open',
  add: 'spend_add',
  menu: 'spend_menu',
  pageBack: 'spend_page_back',
  pageOn: 'spend_page_on',
  shown: 'spend_shown',
  withdraw: 'spend_withdraw',
} as const;

export const SPEND_MODAL = {
  list: 'spend_list_modal',
  form: 'spend_form_modal',
  recorded: 'spend_recorded_modal',
  withdraw: 'spend_withdraw_modal',
} as const;

export const SPEND_FIELD = {
  note: 'note',
  amount: 'amount',
  currency: 'currency',
  days: 'days',
  side: 'side',
  /** The options of both are asked of us. */
  source: 'spend_source',
  campaign: 'spend_campaign',
  overlap: 'overlap',
  what: 'what',
} as const;

export interface LedgerPageKey {
  page: number;
  /** With what is not counted any more. */
  isWhole: boolean;
}

/** Which page of which list. */
export const ledgerPage: Codec<LedgerPageKey> = {
  encode: ({ page, isWhole }) => `${page}:${isWhole ? 'all' : ''}`,
  decode: (text) => {
    const [page = '', shown] = text.split(':');
    return { page: /^\d{1,4}$/.test(page) ? Number(page) : 0, isWhole: shown === 'all' };
  },
};

/** Of the form: which amount it corrects; none: it is a new one. */
export const spendFormKey: Codec<string | null> = {
  encode: (id) => id ?? '',
  decode: (text) => (text === '' ? null : toId(text)),
};

export const spendKey: Codec<string> = { encode: (id) => id, decode: toId };

/** What the ⋯ menu of an amount offers. */
const MENU = ['correct', 'withdraw'] as const;
export type SpendMenuChoice = (typeof MENU)[number];

export const spendMenuValue = {
  encode: (choice: SpendMenuChoice, id: string): string => `${choice}:${id}`,
  decode: (value: string | undefined): { choice: SpendMenuChoice; id: string } => {
    const [name, id = ''] = value?.split(':') ?? [];
    const choice = MENU.find((known) => known === name);
    if (!choice) throw unknownSpend();
    return { choice, id: toId(id) };
  },
};

/** What is taken back: the amount, or all that came with it. */
export const WITHDRAWN = { one: 'one', batch: 'batch' } as const;

function toId(text: string): string {
  if (!ID.test(text)) throw unknownSpend();
  return text;
}

function unknownSpend(): AppError {
  return new AppError('invalid', inWords('This amount is not known any more.'));
}
