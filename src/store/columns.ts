/** How tables hold what neither database has a type for: a boolean as 0 or 1, a structure as JSON, an amount as two columns. */
import { z } from 'zod';
import type { Money } from '../domain/money/money.ts';
import type { WorkingTime } from '../domain/time/working-time.ts';

export type Flag = 0 | 1;

export function toFlag(yes: boolean): Flag {
  return yes ? 1 : 0;
}

/** The text of a structure. Nothing else is stored in such a column. */
export type Json<T> = string & { readonly __json: T };

export function toJson<T>(value: T): Json<T> {
  return JSON.stringify(value) as Json<T>;
}

/** Checked, since rows outlive the version that wrote them. */
export function fromJson<T>(schema: z.ZodType<T, unknown>, text: Json<T>): T {
  return schema.parse(JSON.parse(text));
}

/** An id, a week or another text with a type of its own, within a structure. */
export function textJson<T extends string>() {
  return z.custom<T>((value) => typeof value === 'string');
}

const ShiftJson = z.object({ from: z.string(), to: z.string() });

/** Of a day. A version that knows of one shift only reads the first. */
const OtherDaysJson = z.object({ days: z.array(z.number()), shifts: z.array(ShiftJson).min(1) });
export const HoursJson = z.object({
  ...ShiftJson.shape,
  more: z.array(ShiftJson).optional(),
  otherDays: z.array(OtherDaysJson).optional(),
});

export const MoneyJson: z.ZodType<Money> = z.object({ minor: z.number(), currency: z.string() });

export const WorkingTimeJson: z.ZodType<WorkingTime> = z.union([
  z.object({ days: z.number() }),
  z.object({ minutes: z.number() }),
]);

/** What an earlier version wrote as words is said in these for ever. */
export function inWords(stored: unknown): unknown {
  return typeof stored === 'string' ? { code: 'in_words', text: stored } : stored;
}

export const InWordsJson = z.object({ code: z.literal('in_words'), text: z.string() });

interface MoneyColumns {
  valueMinor: number | null;
  currency: string | null;
}

export function toMoneyColumns(value: Money | null): MoneyColumns {
  return { valueMinor: value?.minor ?? null, currency: value?.currency ?? null };
}

export function fromMoneyColumns({ valueMinor, currency }: MoneyColumns): Money | null {
  return valueMinor === null || currency === null ? null : { minor: valueMinor, currency };
}
