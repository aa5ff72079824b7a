import { Picture } from '../blocks/image.tsx';
import { str } from '../state/slack-json.ts';
import { ButtonElement } from './button.tsx';
import { Checkboxes, RadioButtons } from './choices.tsx';
import { DateField, DateTimeField, TimeField } from './dates.tsx';
import type { ElementProps } from './element-props.ts';
import { FileInput } from './file-input.tsx';
import { OverflowMenu } from './overflow.tsx';
import { RichTextInput } from './rich-text-input.tsx';
import { SelectElement } from './select.tsx';
import { TextInput } from './text-input.tsx';

export function Element(props: ElementProps) {
  const type = str(props.element, 'type');
  const Kind = KINDS[type];
  if (Kind) return <Kind {...props} />;
  if (type === 'image') return <Picture image={props.element} />;
  return <span class="unknown">This page does not draw “{type || 'unnamed'}” elements.</span>;
}

const KINDS: Readonly<Record<string, (props: ElementProps) => preact.JSX.Element>> = {
  button: ButtonElement,
  workflow_button: ButtonElement,
  overflow: OverflowMenu,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  datepicker: DateField,
  timepicker: TimeField,
  datetimepicker: DateTimeField,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
  rich_text_input: RichTextInput,
  file_input: FileInput,
  static_select: SelectElement,
  external_select: SelectElement,
  users_select: SelectElement,
  conversations_select: SelectElement,
  channels_select: SelectElement,
  multi_static_select: SelectElement,
  multi_external_select: SelectElement,
  multi_users_select: SelectElement,
  multi_conversations_select: SelectElement,
  multi_channels_select: SelectElement,
};
