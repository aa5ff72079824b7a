import { flag, num, obj, str, strings, words } from '../state/slack-json.ts';
import { type ElementProps, useField } from './element-props.ts';

/** The keyboard a phone offers; what is valid is for the app to say. */
const KEYBOARDS: Readonly<Record<string, 'email' | 'url' | 'decimal'>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

/** Plain, e-mail, address and number input. With `dispatch_action`, Enter (or each letter) tells the app. */
export function TextInput(props: ElementProps) {
  const { element, dispatches } = props;
  const { value, set, keep } = useField(props);
  const triggers = strings(obj(element, 'dispatch_action_config'), 'trigger_actions_on');
  const eachLetter = dispatches && triggers.includes('on_character_entered');
  const onEnter = dispatches && (triggers.length === 0 || triggers.includes('on_enter_pressed'));
  const take = (text: string) => (eachLetter ? set : keep)({ value: text || null });
  const common = {
    id: props.id,
    class: 'input',
    placeholder: words(element, 'placeholder'),
    value: str(value, 'value'),
    maxLength: num(element, 'max_length') ?? undefined,
    'aria-label': props.id ? undefined : props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid,
  };
  if (flag(element, 'multiline')) {
    return <textarea {...common} rows={4} onInput={(event) => take(event.currentTarget.value)} />;
  }
  return (
    <input
      {...common}
      type="text"
      inputMode={KEYBOARDS[str(element, 'type')]}
      onInput={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onEnter) {
          event.preventDefault();
          set({ value: event.currentTarget.value || null });
        }
      }}
    />
  );
}
