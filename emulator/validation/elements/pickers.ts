import { z } from 'zod';
import { confirm, id, placeholder, text } from '../composition.ts';

const common = {
  action_id: id.optional(),
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
};

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...common,
  placeholder: placeholder.optional(),
  initial_date: z.iso.date('must be a date of the form YYYY-MM-DD').optional(),
});

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...common,
  placeholder: placeholder.optional(),
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of the form HH:mm')
    .optional(),
  timezone: text(255).optional(),
});

/** Ten digits: seconds, so that milliseconds are noticed. */
export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...common,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});
