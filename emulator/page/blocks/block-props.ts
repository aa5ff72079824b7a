import type { Json } from '../state/slack-json.ts';

export interface BlockProps {
  block: Json;
  blockId: string;
}
