/** What became of a lead, as the CRM's calls and files write it, read into what the use case takes. */
import { z } from 'zod';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { OutcomeInput } from '../../usecases/lead/record-outcomes.ts';
import { amount, currency, toldCurrency } from './amount.ts';
import { instant } from './instant.ts';
import { isObject } from './is-object.ts';
import type { ReadingContext } from './reading.ts';
import { line, lineOrNumber, prose, requiredChoice } from './text.ts';

export function outcomeSchema(reading: ReadingContext) {
  return z
    .object({
      leadId: line(100),
      externalId: lineOrNumber(200),
      source: line(200),
      outcome: requiredChoice(['won', 'lost']),
      value: amount(),
      currency: currency(),
      at: instant(reading),
      reason: prose(2_000),
    })
    .refine(({ leadId, externalId }) => leadId || externalId, {
      path: ['leadId'],
      message: 'is required unless externalId is given',
      when: ({ value }) => isObject(value),
    })
    .transform(({ leadId, value, currency: said, ...rest }, context): OutcomeInput => {
      const told = toldCurrency({ written: value, said, assumed: reading.file?.currency ?? null }, context);
      const deal = value && { value: value.plain, currency: told };
      return withoutNulls({ ...rest, ...deal, leadId: leadId as LeadId | null });
    });
}

type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** What was said, without the keys about which nothing was. */
function withoutNulls<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)) as Present<T>;
}
