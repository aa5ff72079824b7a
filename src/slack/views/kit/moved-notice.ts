import { alert } from './alert.ts';
import { context, type TangoBlock } from './blocks.ts';

/** On top of a modal whose thing moved while it was open. Nothing where there is nothing to say. */
export function movedNotice(sentence: string | undefined): TangoBlock[] {
  if (!sentence) return [];
  return [alert(sentence), context('Nothing was changed; what you typed is still here.')];
}
