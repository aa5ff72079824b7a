import type { RefusalSentences } from '../../catalog.ts';

export const IMPORT = {
  import_not_found: ({ id }, voice) => `There is no import ${voice.text(id)}.`,
  import_undone: () => 'This import was taken back before.',
  import_took_nothing: () => 'Nothing of this import was taken, so there is nothing to take back.',
} satisfies Partial<RefusalSentences>;
