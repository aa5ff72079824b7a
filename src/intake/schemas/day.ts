import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { cleanLine } from '../../reading/text.ts';

/** A calendar day, YYYY-MM-DD. */
export function requiredDay() {
  return z
    .string()
    .overwrite(cleanLine)
    .min(1, 'is required')
    .refine((text) => text === '' || isDay(text), 'must be a day such as 2026-11-16')
    .meta({ format: 'date' });
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}
