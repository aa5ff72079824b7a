import { z } from 'zod';
import { choiceOption, confirm, id, overflowOption } from '../composition.ts';
import { LIMITS } from '../limits.ts';
import { isAmong } from './is-among.ts';

const NOT_AN_OPTION = 'initial option must exactly match one of the provided options';

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id.optional(),
  options: z.array(overflowOption).min(1).max(LIMITS.overflow.options),
  confirm: confirm.optional(),
});

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    action_id: id.optional(),
    options: z.array(choiceOption).min(1).max(LIMITS.checkboxes.options),
    initial_options: z.array(choiceOption).min(1).optional(),
    confirm: confirm.optional(),
    focus_on_load: z.boolean().optional(),
  })
  .refine((boxes) => isAmong(boxes.initial_options, boxes.options), {
    message: NOT_AN_OPTION,
    path: ['initial_options'],
  });

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    action_id: id.optional(),
    options: z.array(choiceOption).min(1).max(LIMITS.radioButtons.options),
    initial_option: choiceOption.optional(),
    confirm: confirm.optional(),
    focus_on_load: z.boolean().optional(),
  })
  .refine((radio) => isAmong(radio.initial_option && [radio.initial_option], radio.options), {
    message: NOT_AN_OPTION,
    path: ['initial_option'],
  });
