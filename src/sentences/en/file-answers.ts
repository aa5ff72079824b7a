import type { Overlapped } from '../../domain/money/ledger.ts';
import { sayField } from './brought-file.ts';
import { sayMoney } from './money.ts';
import { sayDays } from './spend.ts';

/** How what a file leaves open is answered: typed behind a command, or clicked in Slack. */
export interface FileAnswers {
  /** Of a field that no column of the file is. */
  field(field: string): string;
  /** What to do about that, `guess` being the column that it may be. */
  missing(field: string, guess: string | null): string;
  dateOrder: string;
  decimal: string;
  /** Of an amount that covers a part of the days of this one. */
  overlap(earlier: Overlapped): string;
  /** `word`: in quotes already. */
  stage(word: string): string;
}

export const TYPED_ANSWERS: FileAnswers = {
  field: (field) => field,
  missing: (field, guess) =>
    guess === null
      ? `name it with --map ${field}=COLUMN or give every row one with --set ${field}=VALUE`
      : `did you mean --map ${field}=${typedOut(guess)}?`,
  dateOrder: 'add --date-order dmy or mdy',
  decimal: 'add --decimal comma or --decimal point',
  overlap: ({ id, from, to, amount }) =>
    `is for days of ${sayMoney(amount)} (${from} to ${to}, ${id}), which is counted already: add --overlap replace or --overlap add`,
  stage: (word) => `say --stage ${word.replace(/"$/, '=won"')}, or =lost, or =open`,
};

export const CLICKED_ANSWERS: FileAnswers = {
  field: sayField,
  missing: (_, guess) =>
    guess === null ? 'choose it under “Change…”' : `perhaps it is “${guess}”: choose it under “Change…”`,
  dateOrder: 'say under “Change…” what stands first',
  decimal: 'say under “Change…” what 1.234 is',
  overlap: ({ from, to, amount }) =>
    `covers a part of the days of ${sayMoney(amount)} (${sayDays({ from, to })}), which is counted already`,
  stage: () => 'say under “What words mean…” what it is',
};

function typedOut(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `"${text}"`;
}
