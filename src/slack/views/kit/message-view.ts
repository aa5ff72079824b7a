import type { TangoBlock } from './blocks.ts';

/** A message as a view hands it out: the blocks, and a full sentence for notifications and screen readers. */
export interface MessageView {
  text: string;
  blocks: TangoBlock[];
}
