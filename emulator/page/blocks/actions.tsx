import { Element } from '../elements/element.tsx';
import { list, str, words } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';

export function ActionsBlock({ block, blockId }: BlockProps) {
  return (
    <div class="block-actions">
      {list(block, 'elements').map((element, index) => (
        <Element
          key={str(element, 'action_id') || index}
          blockId={blockId}
          element={element}
          label={words(element, 'placeholder')}
          dispatches
        />
      ))}
    </div>
  );
}
