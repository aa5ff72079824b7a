import { asObject, asObjects, asText, type JsonObject } from '../json.ts';
import type { SlackJson } from '../page-protocol.ts';
import { interactiveElements, type Placed } from '../workspace/blocks.ts';
import { Refusal } from './refusal.ts';

/** An element by what a person reads on it, or by its action id; block and value where that is not enough. */
export function findPlaced(
  blocks: SlackJson[],
  wanted: string,
  only: { blockId?: string; value?: string } = {},
): Placed {
  const all = interactiveElements(blocks)
    .filter(({ blockId }) => only.blockId === undefined || blockId === only.blockId)
    .filter(({ element }) => only.value === undefined || element.value === only.value);
  const found =
    all.find(({ element }) => element.action_id === wanted) ??
    all.find((placed) => labelOf(placed) === wanted) ??
    all.find(({ blockId: id }) => id === wanted);
  if (found !== undefined) return found;
  const offered = all.map((placed) => labelOf(placed) || String(placed.element.action_id)).join(', ');
  throw new Refusal(
    'no_such_element',
    `There is no "${wanted}" here, only: ${offered || 'nothing to press'}.`,
  );
}

function labelOf({ element, block }: Placed): string {
  const own = asText(asObject(element.text).text) || asText(asObject(element.placeholder).text);
  return block.type === 'input' ? asText(asObject(block.label).text) : own;
}

/** An option of a menu by its value or by its text. */
export function findOption(element: JsonObject, wanted: string): JsonObject {
  const groups = asObjects(element.option_groups).flatMap((group) => asObjects(group.options));
  const options = [...asObjects(element.options), ...groups];
  const found =
    options.find(({ value }) => value === wanted) ??
    options.find(({ text }) => asText(asObject(text).text) === wanted);
  if (found !== undefined) return found;
  const offered = options.map(({ text, value }) => asText(asObject(text).text) || String(value)).join(', ');
  throw new Refusal('no_such_option', `There is no option "${wanted}", only: ${offered || 'none'}.`);
}
