import type { Lead } from '../../domain/lead/lead.ts';
import { type QualifyInput, qualify } from '../../domain/lead/qualify.ts';
import { typedAmount } from '../../domain/money/typed-amount.ts';
import { readThen } from '../../domain/refusals.ts';
import { loadDefinition } from '../../store/definition/definition.ts';
import type { Context } from '../context.ts';
import { type MoveInput, moveLead } from './move-lead.ts';

export interface QualifyLeadInput extends MoveInput, Omit<QualifyInput, 'value'> {
  /** As typed: "18,000". The team's currency where none stands beside it. */
  amount: string | null;
}

export function qualifyLead(ctx: Context, input: QualifyLeadInput): Promise<Lead> {
  return moveLead(ctx, input, async ({ tx, now, settings }, { lead, by }) => {
    const agreed = await loadDefinition(tx);
    return readThen(
      () => typedAmount(input.amount, { said: null, assumed: settings.currency }),
      (value) => qualify(lead, by, { ...input, value }, agreed, now),
    );
  });
}
