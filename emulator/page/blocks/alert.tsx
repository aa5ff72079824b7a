import { obj, str } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { TextObject } from './text.tsx';

export function AlertBlock({ block }: BlockProps) {
  return (
    <div class={`block-alert alert-${str(block, 'level') || 'default'}`} role="note">
      <TextObject text={obj(block, 'text')} />
    </div>
  );
}
