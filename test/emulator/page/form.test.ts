import { expect, it } from 'vitest';
import { fieldKey, stateValues } from '../../../emulator/page/state/form.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });

it('an untouched form says its initial values, as Slack does', () => {
  const blocks = [
    {
      type: 'input',
      block_id: 'fit',
      element: { type: 'checkboxes', action_id: 'x', initial_options: [option('a')] },
    },
    { type: 'input', block_id: 'on', element: { type: 'datepicker', action_id: 'x' } },
    { type: 'input', block_id: 'who', element: { type: 'multi_users_select', action_id: 'x' } },
    { type: 'section', block_id: 'why', accessory: { type: 'static_select', action_id: 'x' } },
    { type: 'actions', block_id: 'do', elements: [{ type: 'button', action_id: 'go' }] },
  ];
  expect(stateValues(blocks, {})).toEqual({
    fit: { x: { type: 'checkboxes', selected_options: [option('a')] } },
    on: { x: { type: 'datepicker', selected_date: null } },
    who: { x: { type: 'multi_users_select', selected_users: [] } },
    why: { x: { type: 'static_select', selected_option: null } },
  });
});

it('what was entered stands in place of the initial value, and a field that is gone takes its value along', () => {
  const field = { type: 'input', block_id: 'next', element: { type: 'plain_text_input', action_id: 'text' } };
  const changed = {
    [fieldKey('next', 'text')]: { type: 'plain_text_input', value: 'Demo' },
    [fieldKey('gone', 'text')]: { type: 'plain_text_input', value: 'old' },
  };
  expect(stateValues([field], changed)).toEqual({
    next: { text: { type: 'plain_text_input', value: 'Demo' } },
  });
});
