/** What several columns hold as JSON. */
import { z } from 'zod';
import type { Money } from '../domain/money/money.ts';

/** An id, a week or another text with a type of its own, within a structure. */
export function textJson<T extends string>() {
  return z.custom<T>((value) => typeof value === 'string');
}

export const MoneyJson: z.ZodType<Money> = z.object({ minor: z.number(), currency: z.string() });
