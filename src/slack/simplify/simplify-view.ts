/** The same for modals and Homes. A form stays a form, with all that it was filled with: one that has lost it would be sent back empty. */
import type { HomeView, InputBlock, ModalView } from '@slack/types';
import { section, type TangoBlock } from '../views/kit/blocks.ts';
import { clipMrkdwn } from '../views/kit/text.ts';
import { wordsAndButtons } from './buttons.ts';
import { SIMPLEST } from './simplify.ts';
import { withoutDrawing, words } from './words.ts';

const VIEW_BLOCKS = 100;
const TEXT_LIMIT = 2_900;

type View = ModalView | HomeView;

/** As far as a view can be simplified. */
export function simplestOf(view: View): number {
  return view.blocks.some(({ type }) => type === 'input') ? SIMPLEST - 1 : SIMPLEST;
}

/** `simplification`: as of messages; text alone is one section. */
export function simplifyView<V extends View>(view: V, simplification: number): V {
  const blocks = view.blocks as TangoBlock[];
  return simplification === 0 ? view : { ...view, blocks: simpler(blocks, simplification) };
}

function simpler(blocks: readonly TangoBlock[], simplification: number): TangoBlock[] {
  if (simplification === 1) return blocks.flatMap(withoutDrawing).slice(0, VIEW_BLOCKS);
  if (simplification === SIMPLEST) return [wordsAlone(blocks)];
  const fields = blocks.filter((block): block is InputBlock => block.type === 'input').map(bareField);
  const others = blocks.filter(({ type }) => type !== 'input');
  return [...wordsAndButtons(others, VIEW_BLOCKS - fields.length), ...fields];
}

function wordsAlone(blocks: readonly TangoBlock[]): TangoBlock {
  return section(clipMrkdwn(blocks.map(words).filter(Boolean).join('\n'), TEXT_LIMIT) || '-');
}

/** What a field may be refused for, and can do without. */
const DECORATION: readonly string[] = ['placeholder', 'max_length', 'min_length', 'focus_on_load', 'confirm'];

function bareField({ hint, ...field }: InputBlock): InputBlock {
  const element = Object.entries(field.element).filter(([key]) => !DECORATION.includes(key));
  return { ...field, element: Object.fromEntries(element) as InputBlock['element'] };
}
