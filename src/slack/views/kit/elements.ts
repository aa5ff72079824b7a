/** The things one can press, choose and fill in. */
import type {
  Button,
  Checkboxes,
  ConfirmationDialog,
  ConversationsSelect,
  Datepicker,
  DateTimepicker,
  Overflow,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  Timepicker,
  UsersSelect,
} from '@slack/types';
import { cut } from '../../../sentences/clip.ts';
import { defined } from './props.ts';
import { mrkdwn, plain } from './text.ts';

interface ButtonOptions {
  action: string;
  text: string;
  value?: string;
  /** At most one primary button in a message. */
  style?: 'primary' | 'danger';
  /** For screen readers, where several buttons share a text. */
  label?: string;
  url?: string;
  confirm?: ConfirmationDialog;
}

export function button(options: ButtonOptions): Button {
  return defined({
    type: 'button' as const,
    action_id: options.action,
    text: plain(options.text, 75),
    value: options.value,
    style: options.style,
    accessibility_label: options.label && plain(options.label, 75).text,
    url: options.url,
    confirm: options.confirm,
  });
}

interface ConfirmOptions {
  title: string;
  /** mrkdwn. */
  text: string;
  yes: string;
  no?: string;
}

/** Only for what cannot be undone. */
export function confirm(options: ConfirmOptions): ConfirmationDialog {
  return {
    title: plain(options.title, 100),
    text: mrkdwn(options.text, 300),
    confirm: plain(options.yes, 30),
    deny: plain(options.no ?? 'Cancel', 30),
  };
}

export function option(text: string, value: string, description?: string): PlainTextOption {
  return defined({
    text: plain(text, 75),
    value,
    description: description ? plain(description, 75) : undefined,
  });
}

interface ChoiceOptions {
  action: string;
  options: PlainTextOption[];
  /** One of the options. */
  chosen?: PlainTextOption;
  placeholder?: string;
}

/** The ⋯ menu: one to five options. */
export function overflow(choice: { action: string; options: PlainTextOption[] }): Overflow {
  return { type: 'overflow', action_id: choice.action, options: choice.options.slice(0, 5) };
}

/** Slack refuses a menu that does not offer what is chosen, letter by letter: it stands there, whatever the list has become. */
function offering(options: readonly PlainTextOption[], chosen: readonly PlainTextOption[], most: number) {
  const picked = chosen.map((one) => options.find(({ value }) => value === one.value) ?? one);
  const shown = options.slice(0, most);
  const missing = picked.filter((one) => !shown.includes(one));
  return { options: [...shown.slice(0, most - missing.length), ...missing], chosen: picked };
}

export function staticSelect(choice: ChoiceOptions): StaticSelect {
  const { options, chosen } = offering(choice.options, choice.chosen ? [choice.chosen] : [], 100);
  return defined({
    type: 'static_select' as const,
    action_id: choice.action,
    options,
    initial_option: chosen[0],
    placeholder: choice.placeholder ? plain(choice.placeholder, 150) : undefined,
  });
}

/** At most ten. */
export function radioButtons(choice: ChoiceOptions): RadioButtons {
  const { options, chosen } = offering(choice.options, choice.chosen ? [choice.chosen] : [], 10);
  return defined({
    type: 'radio_buttons' as const,
    action_id: choice.action,
    options,
    initial_option: chosen[0],
  });
}

interface CheckboxOptions {
  action: string;
  options: PlainTextOption[];
  ticked?: PlainTextOption[];
}

/** At most ten. */
export function checkboxes(choice: CheckboxOptions): Checkboxes {
  const { options, chosen } = offering(choice.options, choice.ticked ?? [], 10);
  return defined({
    type: 'checkboxes' as const,
    action_id: choice.action,
    options,
    initial_options: chosen,
  });
}

interface PersonChoice {
  action: string;
  chosen?: string;
  placeholder?: string;
}

export function personSelect(choice: PersonChoice): UsersSelect {
  return defined({
    type: 'users_select' as const,
    action_id: choice.action,
    initial_user: choice.chosen,
    placeholder: choice.placeholder ? plain(choice.placeholder, 150) : undefined,
  });
}

/** Channels only, public or private. */
export function channelSelect(choice: PersonChoice): ConversationsSelect {
  return defined({
    type: 'conversations_select' as const,
    action_id: choice.action,
    initial_conversation: choice.chosen,
    placeholder: choice.placeholder ? plain(choice.placeholder, 150) : undefined,
    filter: { include: ['public', 'private'] as ['public', 'private'], exclude_bot_users: true },
  });
}

interface TextInputOptions {
  action: string;
  initial?: string;
  placeholder?: string;
  multiline?: boolean;
  maxLength?: number;
}

/** What Slack takes in a field. */
const FIELD_LIMIT = 3000;

/** What is there already may be longer than what is taken today: Slack refuses a field that is fuller than it may be. */
export function textInput(options: TextInputOptions): PlainTextInput {
  const initial = options.initial === undefined ? undefined : cut(options.initial, FIELD_LIMIT);
  return defined({
    type: 'plain_text_input' as const,
    action_id: options.action,
    initial_value: initial,
    placeholder: options.placeholder ? plain(options.placeholder, 150) : undefined,
    multiline: options.multiline,
    max_length: options.maxLength && Math.max(options.maxLength, initial?.length ?? 0),
  });
}

/** `initial` as YYYY-MM-DD. */
export function datePicker(options: { action: string; initial?: string; placeholder?: string }): Datepicker {
  return defined({
    type: 'datepicker' as const,
    action_id: options.action,
    initial_date: options.initial,
    placeholder: options.placeholder ? plain(options.placeholder, 150) : undefined,
  });
}

/** `initial` as epoch ms; Slack asks in the reader's own zone, to the minute. */
export function instantPicker(options: { action: string; initial?: number | null }): DateTimepicker {
  const { action, initial } = options;
  return defined({
    type: 'datetimepicker' as const,
    action_id: action,
    initial_date_time: typeof initial === 'number' ? Math.floor(initial / 1000) : undefined,
  });
}

/** `initial` as HH:MM. */
export function timePicker(options: { action: string; initial?: string | undefined }): Timepicker {
  return defined({
    type: 'timepicker' as const,
    action_id: options.action,
    initial_time: options.initial,
  });
}
