import { list, str } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { Picture } from './image.tsx';
import { TextObject } from './text.tsx';

export function ContextBlock({ block }: BlockProps) {
  return (
    <div class="block-context">
      {list(block, 'elements').map((element, index) =>
        str(element, 'type') === 'image' ? (
          <Picture key={index} image={element} small />
        ) : (
          <span key={index}>
            <TextObject text={element} />
          </span>
        ),
      )}
    </div>
  );
}
