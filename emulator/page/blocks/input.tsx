import { useId } from 'preact/hooks';
import { Element } from '../elements/element.tsx';
import { flag, obj, str, words } from '../state/slack-json.ts';
import { useSurfaceContext } from '../state/surface.ts';
import type { BlockProps } from './block-props.ts';

/** Kinds drawn as several controls: their label names the group instead of one control. */
const GROUPS = new Set(['checkboxes', 'radio_buttons']);

export function InputBlock({ block, blockId }: BlockProps) {
  const id = useId();
  const error = useSurfaceContext().errors[blockId];
  const element = obj(block, 'element') ?? {};
  const label = words(block, 'label');
  const hint = words(block, 'hint');
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const grouped = GROUPS.has(str(element, 'type'));
  const name = (
    <>
      {label}
      {flag(block, 'optional') && <span class="field-optional"> (optional)</span>}
    </>
  );
  return (
    <div class={error ? 'field invalid' : 'field'}>
      {grouped ? (
        <div class="field-label">{name}</div>
      ) : (
        <label class="field-label" for={id}>
          {name}
        </label>
      )}
      <Element
        id={id}
        blockId={blockId}
        element={element}
        label={label}
        dispatches={flag(block, 'dispatch_action')}
        describedBy={describedBy || undefined}
        invalid={error !== undefined}
      />
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
