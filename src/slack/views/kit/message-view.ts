import type { TangoBlock } from './blocks.ts';

/** A message as a view hands it out: the blocks, and a full sentence for notifications and screen readers. */
export interface MessageView {
  text: string;
  blocks: TangoBlock[];
  /** Epoch ms: not posted before. */
  notBefore?: number;
}

/** Several messages as one, in their order. */
export function together(messages: readonly MessageView[]): MessageView {
  return {
    text: messages.map(({ text }) => text).join('\n'),
    blocks: messages.flatMap(({ blocks }) => blocks),
  };
}
