import { flag, obj, words } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { RichTextBlock } from './rich-text.tsx';
import { TextObject } from './text.tsx';

/** Folds where the app says that it may; what is inside works as outside. */
export function ContainerBlock({
  block,
  blockId,
  children,
}: BlockProps & { children: preact.ComponentChildren }) {
  const rich = obj(block, 'rich_text_title');
  const subtitle = obj(block, 'subtitle');
  const head = (
    <>
      <strong>
        {rich ? <RichTextBlock block={rich} blockId={`${blockId}-title`} /> : words(block, 'title')}
      </strong>
      {subtitle && (
        <span class="block-container-subtitle">
          <TextObject text={subtitle} />
        </span>
      )}
    </>
  );
  if (!flag(block, 'is_collapsible'))
    return (
      <div class="block-container">
        <div class="block-container-head">{head}</div>
        {children}
      </div>
    );
  return (
    <details class="block-container" open={!flag(block, 'default_collapsed')}>
      <summary class="block-container-head">{head}</summary>
      {children}
    </details>
  );
}
