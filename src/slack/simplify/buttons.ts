/** Words and the buttons that belong to them, and nothing else: whatever Slack has refused, a card can be claimed by this. */
import type { ActionsBlock, Button } from '@slack/types';
import { actions, section, type TangoBlock } from '../views/kit/blocks.ts';
import { clipMrkdwn } from '../views/kit/text.ts';
import { words } from './words.ts';

/** Slack's limit is 3,000 a section and 12,000 a message. */
const WORDS_LIMIT = 2_900;
const ALL_WORDS_LIMIT = 11_000;

/** One section for the words up to some buttons, then those: with one row of buttons it is one section and its buttons. */
export function wordsAndButtons(blocks: readonly TangoBlock[], limit: number): TangoBlock[] {
  const rows: TangoBlock[] = [];
  let said: string[] = [];
  let left = ALL_WORDS_LIMIT;
  const say = () => {
    const text = clipMrkdwn(said.join('\n'), Math.min(WORDS_LIMIT, left));
    said = [];
    left -= text.length;
    return text === '' || left <= 0 ? [] : [section(text)];
  };
  for (const block of blocks) {
    const line = words(block);
    if (line !== '') said.push(line);
    const row = buttonsOf(block);
    // The last two are kept for what is left to say.
    if (row && rows.length < limit - 3) rows.push(...say(), row);
  }
  return [...rows, ...say()];
}

function buttonsOf(block: TangoBlock): ActionsBlock | null {
  const found = elementsOf(block).filter((element): element is Button => element.type === 'button');
  return found.length > 0 ? actions(found.map(bare)) : null;
}

function elementsOf(block: TangoBlock): readonly { type: string }[] {
  if (block.type === 'actions') return block.elements;
  if (block.type === 'section' && block.accessory) return [block.accessory];
  if (block.type === 'container') return (block.child_blocks as TangoBlock[]).flatMap(elementsOf);
  return [];
}

/** What it does when it is pressed stays; what may have been refused about it goes. */
function bare({ type, action_id, text, value, url }: Button): Button {
  return {
    type,
    text,
    ...(action_id === undefined ? {} : { action_id }),
    ...(value === undefined ? {} : { value }),
    ...(url === undefined ? {} : { url }),
  };
}
