/** What can be filled in only in a modal. */
import type {
  ExternalSelect,
  FileInput,
  MultiExternalSelect,
  MultiStaticSelect,
  MultiUsersSelect,
  NumberInput,
  PlainTextOption,
  URLInput,
} from '@slack/types';
import { defined } from './props.ts';
import { plain } from './text.ts';

interface PeopleChoice {
  action: string;
  chosen?: readonly string[];
  placeholder?: string;
}

export function peopleSelect(choice: PeopleChoice): MultiUsersSelect {
  return defined({
    type: 'multi_users_select' as const,
    action_id: choice.action,
    initial_users: choice.chosen ? [...choice.chosen] : undefined,
    placeholder: choice.placeholder ? plain(choice.placeholder, 150) : undefined,
  });
}

interface ManyChoice {
  action: string;
  options: readonly PlainTextOption[];
  /** The values of those that are chosen. */
  chosen: readonly string[];
  placeholder?: string;
}

export function manySelect(choice: ManyChoice): MultiStaticSelect {
  const chosen = choice.options.filter(({ value }) => choice.chosen.includes(value ?? ''));
  return defined({
    type: 'multi_static_select' as const,
    action_id: choice.action,
    options: [...choice.options],
    initial_options: chosen.length > 0 ? chosen : undefined,
    placeholder: choice.placeholder ? plain(choice.placeholder, 150) : undefined,
  });
}

interface SearchChoice {
  action: string;
  chosen?: PlainTextOption | null;
  placeholder?: string;
}

/** Its options are asked of us as somebody types, and once before. */
export function searchSelect(choice: SearchChoice): ExternalSelect {
  return defined({
    type: 'external_select' as const,
    action_id: choice.action,
    initial_option: choice.chosen ?? undefined,
    min_query_length: 0,
    placeholder: choice.placeholder ? plain(choice.placeholder, 150) : undefined,
  });
}

/** The same for several. */
export function manySearchSelect(choice: {
  action: string;
  chosen: readonly PlainTextOption[];
  placeholder: string;
}): MultiExternalSelect {
  return defined({
    type: 'multi_external_select' as const,
    action_id: choice.action,
    initial_options: choice.chosen.length > 0 ? [...choice.chosen] : undefined,
    min_query_length: 0,
    placeholder: plain(choice.placeholder, 150),
  });
}

/** Comes back as text, in decimals. */
export function numberInput(options: { action: string; initial?: string }): NumberInput {
  return defined({
    type: 'number_input' as const,
    action_id: options.action,
    is_decimal_allowed: true,
    initial_value: options.initial,
  });
}

/** Up to ten files of 10 MB. */
export function fileInput(options: { action: string }): FileInput {
  return { type: 'file_input', action_id: options.action, max_files: 10 };
}

export function urlInput(options: { action: string; placeholder?: string }): URLInput {
  return defined({
    type: 'url_text_input' as const,
    action_id: options.action,
    placeholder: options.placeholder ? plain(options.placeholder, 150) : undefined,
  });
}
