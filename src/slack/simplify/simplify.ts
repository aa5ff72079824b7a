/** What goes out where Slack refuses a message's blocks: simpler and simpler, until it takes one. */
import type { TangoBlock } from '../views/kit/blocks.ts';
import { clipMrkdwn } from '../views/kit/text.ts';
import { wordsAndButtons } from './buttons.ts';
import { withoutDrawing, words } from './words.ts';

/** Text alone, than which nothing is simpler. */
export const SIMPLEST = 3;

/** Slack cuts at 40,000 characters and asks for 4,000. */
const TEXT_LIMIT = 3_900;

const MESSAGE_BLOCKS = 50;

export interface Content {
  text: string;
  blocks: readonly TangoBlock[];
}

/** A message as the outbox hands it on, which does not look into blocks. */
export interface OutgoingMessage {
  text: string;
  blocks?: readonly object[];
  simpler?: readonly object[];
}

/** `simplification`: 0 as rendered, 1 without charts, tables and the blocks of 2026, 2 words and their buttons, 3 text alone. */
export function simplify(message: OutgoingMessage, simplification: number): Content {
  const text = clipMrkdwn(message.text, TEXT_LIMIT);
  // All messages are drawn by our own views.
  const blocks = (message.blocks ?? []) as readonly TangoBlock[];
  const simpler = message.simpler as readonly TangoBlock[] | undefined;
  switch (simplification) {
    case 0:
      return { text, blocks };
    case 1:
      return { text, blocks: simpler ?? blocks.flatMap(withoutDrawing) };
    case 2:
      return { text, blocks: wordsAndButtons(blocks, MESSAGE_BLOCKS) };
    default:
      return { text: textAlone(message.text, blocks), blocks: [] };
  }
}

function textAlone(text: string, blocks: readonly TangoBlock[]): string {
  const lines = blocks.map(words).filter((line) => line !== '');
  return clipMrkdwn([text, ...lines].join('\n'), TEXT_LIMIT);
}
