import { Element } from '../elements/element.tsx';
import { list, obj, words } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { TextObject } from './text.tsx';

export function SectionBlock({ block, blockId }: BlockProps) {
  const text = obj(block, 'text');
  const fields = list(block, 'fields');
  const accessory = obj(block, 'accessory');
  return (
    <div class="block-section">
      <div class="block-section-body">
        {text && (
          <div class="text">
            <TextObject text={text} />
          </div>
        )}
        {fields.length > 0 && (
          <div class="block-fields">
            {fields.map((field, index) => (
              <div class="text" key={index}>
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="block-accessory">
          <Element
            blockId={blockId}
            element={accessory}
            label={words(accessory, 'placeholder') || words(block, 'text')}
            dispatches
          />
        </div>
      )}
    </div>
  );
}
