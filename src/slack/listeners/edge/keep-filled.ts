import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { option } from '../../views/kit/elements.ts';
import { defined } from '../../views/kit/props.ts';
import type { FieldState, FormValues } from './form-values.ts';

type Element = InputBlock['element'];

/**
 * A form that is drawn again begins with what is filled in. Slack itself is known to keep only what somebody has touched, and only where
 * block and action stay the same: what the form began with would otherwise be as the new drawing has it.
 */
export function keepFilled(view: ModalView, values: FormValues): ModalView {
  return {
    ...view,
    blocks: view.blocks.map((block) => (isInput(block) ? inputWith(block, values) : block)),
  };
}

function isInput(block: ModalView['blocks'][number]): block is InputBlock {
  return block.type === 'input';
}

function inputWith(block: InputBlock, values: FormValues): InputBlock {
  const { element } = block;
  const actionId = 'action_id' in element ? element.action_id : undefined;
  const state = values[block.block_id ?? '']?.[actionId ?? ''];
  if (state?.type !== element.type) return block;
  return { ...block, element: elementWith(element, state) };
}

/** What is not offered any more is not chosen any more: Slack would refuse the whole view. */
function elementWith(element: Element, state: FieldState): Element {
  switch (element.type) {
    case 'plain_text_input':
      return defined({ ...element, ...filledWith(state.value ?? '', element.max_length) });
    case 'url_text_input':
    case 'number_input':
      return defined({ ...element, initial_value: state.value ?? undefined });
    case 'static_select':
      return defined({ ...element, initial_option: chosenOf(element.options ?? [], state) });
    case 'external_select':
      return defined({ ...element, initial_option: optionOf(state) });
    case 'multi_external_select':
      return defined({ ...element, initial_options: optionsOf(state) });
    case 'radio_buttons':
      return defined({ ...element, initial_option: chosenOf(element.options, state) });
    case 'checkboxes':
      return defined({ ...element, initial_options: tickedOf(element.options, state) });
    case 'users_select':
      return defined({ ...element, initial_user: state.selected_user ?? undefined });
    case 'multi_users_select':
      return defined({ ...element, initial_users: state.selected_users });
    case 'conversations_select':
      return defined({ ...element, initial_conversation: state.selected_conversation ?? undefined });
    case 'datepicker':
      return defined({ ...element, initial_date: state.selected_date ?? undefined });
    case 'datetimepicker':
      return defined({ ...element, initial_date_time: state.selected_date_time ?? undefined });
    case 'timepicker':
      return defined({ ...element, initial_time: state.selected_time ?? undefined });
    default:
      // A view cannot name files; Slack keeps them where block and action stay the same.
      return element;
  }
}

/** Slack refuses a field that is filled with more than it takes. */
function filledWith(value: string, max: number | undefined) {
  return { initial_value: value, max_length: max && Math.max(max, value.length) };
}

/** Whatever it was offered from is not here; it was chosen as it is. */
function optionOf({ selected_option: chosen }: FieldState): PlainTextOption | undefined {
  return chosen ? asOffered(chosen) : undefined;
}

function optionsOf({ selected_options: chosen = [] }: FieldState): PlainTextOption[] | undefined {
  return chosen.length > 0 ? chosen.map(asOffered) : undefined;
}

function asOffered(chosen: NonNullable<FieldState['selected_option']>): PlainTextOption {
  const { description } = chosen as PlainTextOption;
  return option(chosen.text.text, chosen.value, description?.text);
}

interface Offered {
  value?: string;
}

function chosenOf<Option extends Offered>(
  options: readonly Option[],
  { selected_option: chosen }: FieldState,
): Option | undefined {
  return options.find(({ value }) => value === chosen?.value);
}

function tickedOf<Option extends Offered>(
  options: readonly Option[],
  { selected_options: ticked = [] }: FieldState,
): Option[] {
  return options.filter(({ value }) => ticked.some((one) => one.value === value));
}
