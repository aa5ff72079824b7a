import { TextObject } from '../blocks/text.tsx';
import { fieldKey } from '../state/form.ts';
import { obj, str } from '../state/slack-json.ts';
import { useSurfaceContext } from '../state/surface.ts';
import type { ElementProps } from './element-props.ts';

export function ButtonElement({ blockId, element }: ElementProps) {
  const surface = useSurfaceContext();
  const actionId = str(element, 'action_id');
  const busy = surface.busy === fieldKey(blockId, actionId);
  const url = str(element, 'url');
  const press = () => {
    if (busy) return;
    if (/^https?:\/\//i.test(url)) window.open(url, '_blank', 'noopener');
    const { value, text, style } = element;
    const action = {
      type: 'button',
      action_id: actionId,
      text,
      ...(value ? { value } : {}),
      ...(style ? { style } : {}),
    };
    surface.press({ blockId, action }, element);
  };
  return (
    <button
      type="button"
      class={`button ${str(element, 'style')}`}
      aria-label={str(element, 'accessibility_label') || undefined}
      aria-busy={busy}
      onClick={press}
    >
      <span class="button-words">
        <TextObject text={obj(element, 'text')} />
      </span>
      {busy && <span class="spinner" aria-hidden="true" />}
    </button>
  );
}
