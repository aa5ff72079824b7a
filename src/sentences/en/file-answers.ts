/** How what a row leaves open is answered: typed behind a command, or clicked in Slack. */
export interface FileAnswers {
  dateOrder: string;
  decimal: string;
  overlap: string;
  /** `word`: in quotes already. */
  stage(word: string): string;
}

export const TYPED_ANSWERS: FileAnswers = {
  dateOrder: 'add --date-order dmy or mdy',
  decimal: 'add --decimal comma or --decimal point',
  overlap: 'add --overlap replace or --overlap add',
  stage: (word) => `say --stage ${word.replace(/"$/, '=won"')}, or =lost, or =open`,
};

export const CLICKED_ANSWERS: FileAnswers = {
  dateOrder: 'say under “Change…” what stands first',
  decimal: 'say under “Change…” what 1.234 is',
  overlap: 'take that amount back under /tango spend first, or give the row other days',
  stage: () => 'say under “What words mean…” what it is',
};
