import { asText } from '../json.ts';
import type { SlackJson } from '../page-protocol.ts';
import { interactiveElements, type Placed } from '../workspace/blocks.ts';
import { stateValues } from '../workspace/element-state.ts';
import type { View } from '../workspace/views.ts';

/** What Slack's window refuses before the bot hears of it, block_id → sentence. */
export function fieldErrors(view: View): Record<string, string> {
  const values = stateValues(view.blocks, view.entered);
  const errors: Record<string, string> = {};
  for (const placed of interactiveElements(view.blocks)) {
    if (placed.block.type !== 'input') continue;
    const value = values[placed.blockId]?.[String(placed.element.action_id)];
    const error = value === undefined ? undefined : errorOf(placed, value);
    if (error !== undefined) errors[placed.blockId] = error;
  }
  return errors;
}

function errorOf({ block, element }: Placed, value: SlackJson): string | undefined {
  if (isEmpty(value)) return block.optional === true ? undefined : 'Please complete this required field.';
  const text = asText(value.value);
  switch (element.type) {
    case 'number_input':
      return numberError(element, text);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Enter an email address.';
    case 'url_text_input':
      return URL.canParse(text) ? undefined : 'Enter a link.';
    case 'plain_text_input':
      return lengthError(element, text);
    default:
      return undefined;
  }
}

function isEmpty({ type: _type, ...fields }: SlackJson): boolean {
  return Object.values(fields).every(
    (field) => field === null || field === '' || (Array.isArray(field) && field.length === 0),
  );
}

function numberError(element: Placed['element'], text: string): string | undefined {
  const pattern = element.is_decimal_allowed === true ? /^-?\d+([.,]\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(text)) return 'Enter a number.';
  const number = Number(text.replace(',', '.'));
  if (number < Number(element.min_value ?? number)) return `Enter ${element.min_value} or more.`;
  if (number > Number(element.max_value ?? number)) return `Enter ${element.max_value} or less.`;
  return undefined;
}

function lengthError(element: Placed['element'], text: string): string | undefined {
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && text.length < min) return `Enter at least ${min} characters.`;
  if (typeof max === 'number' && text.length > max) return `Enter at most ${max} characters.`;
  return undefined;
}
