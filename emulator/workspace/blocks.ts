import type { NewId } from '../ids.ts';
import { asObjects, isObject, type JsonObject } from '../json.ts';
import type { SlackJson } from '../page-protocol.ts';

/** An interactive element with the block it sits in. */
export interface Placed {
  blockId: string;
  block: SlackJson;
  element: JsonObject;
}

/** What Slack fills in where the bot left it out: every block gets an id, every interactive element an action id. */
export function withIds(blocks: unknown, newId: NewId): SlackJson[] {
  return asObjects(blocks).map((block) => {
    const copy = structuredClone(block) as SlackJson;
    copy.block_id ??= newId('b');
    if (copy.type === 'container') copy.child_blocks = withIds(copy.child_blocks, newId);
    for (const element of elementsOf(copy)) {
      if (isInteractive(element)) element.action_id ??= newId('a');
    }
    return copy;
  });
}

/** Every interactive element of these blocks, in reading order. */
export function interactiveElements(blocks: SlackJson[]): Placed[] {
  return blocks.flatMap(withInner).flatMap((block) =>
    elementsOf(block)
      .filter((element) => typeof element.action_id === 'string')
      .map((element) => ({ blockId: String(block.block_id), block, element })),
  );
}

export function findElement(blocks: SlackJson[], blockId: string, actionId: string): Placed | undefined {
  return interactiveElements(blocks).find(
    (placed) => placed.blockId === blockId && placed.element.action_id === actionId,
  );
}

function withInner(block: SlackJson): SlackJson[] {
  return block.type === 'container' ? [block, ...(asObjects(block.child_blocks) as SlackJson[])] : [block];
}

function elementsOf(block: JsonObject): JsonObject[] {
  const single = [block.accessory, block.element].filter(isObject);
  return [...single, ...asObjects(block.elements)];
}

const STATIC_ELEMENTS = new Set(['image', 'mrkdwn', 'plain_text']);

function isInteractive(element: JsonObject): boolean {
  const type = String(element.type);
  return !STATIC_ELEMENTS.has(type) && !type.startsWith('rich_text_') && element.action_id !== '';
}
