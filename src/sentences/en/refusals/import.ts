import type { RefusalSentences } from '../../catalog.ts';

export const IMPORT = {
  import_not_found: ({ id }, voice) => `There is no import ${voice.text(id)}.`,
  import_undone: () => 'This import was taken back before.',
} satisfies Partial<RefusalSentences>;
