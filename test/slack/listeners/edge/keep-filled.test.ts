import { expect, it } from 'vitest';
import { keepFilled } from '../../../../src/slack/listeners/edge/keep-filled.ts';
import { input } from '../../../../src/slack/views/kit/blocks.ts';
import { instantPicker, textInput } from '../../../../src/slack/views/kit/elements.ts';
import { modal } from '../../../../src/slack/views/kit/surfaces.ts';

it('A form that is drawn again takes what was typed, also where it began with more than its own maximum', () => {
  const element = textInput({ action: 'name', maxLength: 200 });
  const form = modal({
    callbackId: 'x',
    title: 'x',
    blocks: [input({ blockId: 'name', label: 'Name', element })],
  });
  const value = 'x'.repeat(500);
  const drawn = keepFilled(form, { name: { name: { type: 'plain_text_input', value } } });
  expect(drawn.blocks).toMatchObject([{ element: { initial_value: value, max_length: 500 } }]);
});

it('A time that was chosen stays chosen', () => {
  const element = instantPicker({ action: 'at', initial: 5_000 });
  const form = modal({
    callbackId: 'x',
    title: 'x',
    blocks: [input({ blockId: 'at', label: 'At', element })],
  });
  const state = { type: 'datetimepicker', selected_date_time: 9 } as const;
  expect(keepFilled(form, { at: { at: state } }).blocks).toMatchObject([
    { element: { initial_date_time: 9 } },
  ]);
});
