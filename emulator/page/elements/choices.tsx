import { useId } from 'preact/hooks';
import { TextObject } from '../blocks/text.tsx';
import { type Json, list, obj, str } from '../state/slack-json.ts';
import { type ElementProps, useField } from './element-props.ts';

export function Checkboxes(props: ElementProps) {
  const { value, set } = useField(props);
  const chosen = list(value, 'selected_options');
  const has = (option: Json) => chosen.some((one) => str(one, 'value') === str(option, 'value'));
  const toggle = (option: Json) =>
    set({
      selected_options: list(props.element, 'options').filter((one) =>
        sameOption(one, option) ? !has(one) : has(one),
      ),
    });
  return <Choices {...props} kind="checkbox" isOn={has} choose={toggle} />;
}

export function RadioButtons(props: ElementProps) {
  const { value, set } = useField(props);
  const chosen = obj(value, 'selected_option');
  return (
    <Choices
      {...props}
      kind="radio"
      isOn={(option) => chosen !== undefined && sameOption(option, chosen)}
      choose={(option) => set({ selected_option: option })}
    />
  );
}

interface ChoicesProps extends ElementProps {
  kind: 'checkbox' | 'radio';
  isOn(option: Json): boolean;
  choose(option: Json): void;
}

function Choices({ element, label, kind, isOn, choose, describedBy, invalid }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset
      class="choices"
      role={kind === 'radio' ? 'radiogroup' : 'group'}
      aria-label={label || undefined}
      aria-describedby={describedBy}
      aria-invalid={invalid}
    >
      {list(element, 'options').map((option, index) => (
        <label class="choice" key={str(option, 'value') || index}>
          <input type={kind} name={name} checked={isOn(option)} onChange={() => choose(option)} />
          <span>
            <TextObject text={obj(option, 'text')} />
            {obj(option, 'description') && (
              <span class="choice-more">
                <TextObject text={obj(option, 'description')} />
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const sameOption = (a: Json, b: Json): boolean => str(a, 'value') === str(b, 'value');
