import { obj } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { TextObject } from './text.tsx';

export function HeaderBlock({ block }: BlockProps) {
  return (
    <h3 class="block-header">
      <TextObject text={obj(block, 'text')} />
    </h3>
  );
}

export function DividerBlock() {
  return <hr class="block-divider" />;
}
