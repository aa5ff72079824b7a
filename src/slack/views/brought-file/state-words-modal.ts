/** What the words mean by which a file says how far its leads or deals have come: those that nobody knows first, the others to be corrected. */
import type { ModalView } from '@slack/types';
import type { BroughtFile, FileLook } from '../../../domain/brought-file/brought-file.ts';
import { TOLD_STATES } from '../../../domain/lead/history.ts';
import { clip } from '../../../sentences/clip.ts';
import { count } from '../../../sentences/en/count.ts';
import { TOLD_WORDS } from '../../../sentences/en/lead-history.ts';
import { BROUGHT_FILE_MODAL, broughtFileKey, wordField } from '../../action-ids.ts';
import { context, input } from '../kit/blocks.ts';
import { option, staticSelect } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';

export interface StateWord {
  text: string;
  rows: number;
  /** Null: nobody has said. */
  means: string | null;
}

/** Slack shows a hundred blocks; whatever is left is asked once more. */
const MOST_WORDS = 40;

export function stateWordsOf(look: FileLook): StateWord[] {
  const unknown = look.questions.flatMap((question) =>
    question.kind === 'states' ? question.words.map((word) => ({ ...word, means: null })) : [],
  );
  return [...unknown, ...look.states].slice(0, MOST_WORDS);
}

export function stateFieldOf({ noun }: FileLook): 'status' | 'outcome' {
  return noun === 'outcomes' ? 'outcome' : 'status';
}

export function meaningsOf(field: 'status' | 'outcome'): readonly (readonly [value: string, text: string])[] {
  return field === 'status' ? TOLD_STATES.map((state) => [state, capital(TOLD_WORDS[state])]) : DEALS;
}

const DEALS = [
  ['won', 'Won'],
  ['lost', 'Lost'],
  ['open', 'Still open: pass it over'],
] as const;

export function stateWordsModal({ id, look }: BroughtFile, notice?: string): ModalView {
  const words = look ? stateWordsOf(look) : [];
  const options = look ? meaningsOf(stateFieldOf(look)).map(([value, text]) => option(text, value)) : [];
  return modal({
    callbackId: BROUGHT_FILE_MODAL.words,
    title: 'What the words mean',
    submit: 'Look again',
    privateMetadata: broughtFileKey.encode(id),
    blocks: [
      ...movedNotice(notice),
      ...(words.length === 0 ? [context('This file holds no such words any more.')] : []),
      ...words.map(({ text, rows, means }, index) => {
        const chosen = options.find(({ value }) => value === means);
        return input({
          blockId: wordField(index),
          label: clip(`“${text}” (${count(rows, 'row')})`, 150),
          element: staticSelect({
            action: wordField(index),
            options,
            ...(chosen && { chosen }),
          }),
        });
      }),
    ],
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
