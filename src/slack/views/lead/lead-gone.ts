import type { Import } from '../../../domain/import/import.ts';
import { isPerson } from '../../../domain/team/actor.ts';
import { context } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person } from '../kit/text.ts';

/** In place of a card whose lead came by a file that was taken back. */
export function leadGone({ fileName, undoneBy }: Pick<Import, 'fileName' | 'undoneBy'>): MessageView {
  const by = undoneBy && isPerson(undoneBy) ? ` by ${person(undoneBy)}` : '';
  const text = `Taken back${by}: it came by mistake, with the import of ${escapeText(fileName)}.`;
  return { text, blocks: [context(text)] };
}
