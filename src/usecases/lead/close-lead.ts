import { close } from '../../domain/lead/close.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { typedAmount } from '../../domain/money/typed-amount.ts';
import { readThen } from '../../domain/refusals.ts';
import type { Context } from '../context.ts';
import { type MoveInput, moveLead } from './move-lead.ts';

export interface CloseLeadInput extends MoveInput {
  outcome: 'won' | 'lost';
  /** In major units, as typed; null keeps the value that it was qualified with. */
  amount: string | null;
  /** ISO 4217; null is the team's. */
  currency: string | null;
  /** YYYY-MM-DD; null is today. */
  on: string | null;
  reason: string | null;
}

/** Won or lost, said by a person in Slack. */
export function closeLead(ctx: Context, input: CloseLeadInput): Promise<Lead> {
  return moveLead(ctx, input, ({ now, settings }, { lead, by }) => {
    const { outcome, reason, on } = input;
    return readThen(
      () => typedAmount(input.amount, { said: input.currency, assumed: settings.currency }),
      (value) => close(lead, by, { outcome, value, on, reason }, { now, timezone: settings.timezone }),
    );
  });
}
