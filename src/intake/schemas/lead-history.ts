/** The life of a lead until today as a file tells it. */
import { z } from 'zod';
import type { LeadHistory } from '../../domain/lead/history.ts';
import { moneyOf } from '../../domain/money/money.ts';
import { instantOf } from '../../reading/dates/instant.ts';
import { readStatus } from '../../reading/lead/status.ts';
import { cleanLine, saysNothing } from '../../reading/text.ts';
import { clip } from '../../sentences/clip.ts';
import { amount, currency, toldCurrency } from './amount.ts';
import { instant } from './instant.ts';
import type { FileReading, ReadingContext } from './reading.ts';
import { line, prose } from './text.ts';

/** Who had it is told by a name or an address; whose that is, is looked up later. */
export interface ToldLife extends Omit<LeadHistory, 'owner'> {
  toldOwner?: string;
}

export function leadHistory({ now, file }: ReadingContext & { file: FileReading }) {
  const reading = { now, file };
  return z
    .object({
      owner: line(200),
      status: line(100),
      contactedAt: instant(reading),
      qualifiedAt: instant(reading),
      rejectedAt: instant(reading),
      rejectReason: prose(2_000),
      wonAt: instant(reading),
      lostAt: instant(reading),
      closedAt: closingDay(reading),
      value: amount(),
      currency: currency(),
    })
    .partial()
    .transform(({ owner, status, value, currency: said, ...rest }, context): ToldLife => {
      const state = status ? readStatus(status, file.statuses) : null;
      if (status && state === null)
        context.issues.push({
          code: 'custom',
          path: ['status'],
          message: unknownStatus(status),
          input: status,
        });
      const told = toldCurrency(
        { written: value ?? null, said: said ?? null, assumed: file.currency },
        context,
      );
      const money = value && told ? { value: moneyOf(value.plain, told) } : {};
      return withoutNulls({ ...rest, state, toldOwner: owner ?? null, ...money });
    });
}

function unknownStatus(text: string): string {
  return `${JSON.stringify(clip(text, 60))} is a status that is not known`;
}

/** The day on which an open deal shall close lies ahead, and is no news. */
function closingDay({ now, file }: { now: () => number; file: FileReading }) {
  return z.string().transform((text) => {
    const at = saysNothing(text) ? null : instantOf(cleanLine(text).trim(), file.timezone);
    return at !== null && at >= 0 && at <= now() ? at : null;
  });
}

function withoutNulls(told: Record<string, unknown>): ToldLife {
  return Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== null && value !== undefined),
  ) as ToldLife;
}
