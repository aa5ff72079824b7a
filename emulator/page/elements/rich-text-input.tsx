import { type Json, list, obj, str, words } from '../state/slack-json.ts';
import { type ElementProps, useField } from './element-props.ts';

/** A plain text field that answers in Slack's rich text: one section a paragraph, no styles. */
export function RichTextInput(props: ElementProps) {
  const { value, keep } = useField(props);
  return (
    <textarea
      id={props.id}
      class="input"
      rows={4}
      placeholder={words(props.element, 'placeholder')}
      value={textOf(obj(value, 'rich_text_value'))}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid}
      onInput={(event) => keep({ rich_text_value: richTextOf(event.currentTarget.value) })}
    />
  );
}

const richTextOf = (text: string): Json | null =>
  text === ''
    ? null
    : { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };

const textOf = (richText: Json | undefined): string =>
  list(richText, 'elements')
    .map((section) =>
      list(section, 'elements')
        .map((part) => str(part, 'text'))
        .join(''),
    )
    .join('\n');
