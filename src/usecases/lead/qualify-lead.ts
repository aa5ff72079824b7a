import type { Lead } from '../../domain/lead/lead.ts';
import { type QualifyInput, qualify } from '../../domain/lead/qualify.ts';
import { moneyOf } from '../../domain/money/money.ts';
import { AppError } from '../../errors.ts';
import { loadDefinition } from '../../store/definition.ts';
import type { Context } from '../context.ts';
import { type MoveInput, moveLead } from './move-lead.ts';

export interface QualifyLeadInput extends MoveInput, Omit<QualifyInput, 'value'> {
  /** In major units, as typed: "18000". The team's currency. */
  amount: string | null;
}

export function qualifyLead(ctx: Context, input: QualifyLeadInput): Promise<Lead> {
  return moveLead(ctx, input, async ({ lead, by, now, settings, tx }) => {
    const value = parseAmount(input.amount, settings.currency);
    return qualify(lead, by, { ...input, value }, await loadDefinition(tx), now);
  });
}

/** What people type into an amount field: "18 000", "18,000", "€18000". */
export function parseAmount(typed: string | null, currency: string) {
  const digits = typed?.replace(/[\s\u00a0',€$£]/g, '') ?? '';
  if (!digits) return null;
  if (!/^\d+(\.\d{1,2})?$/.test(digits)) {
    const message = 'Please write a number such as 18000.';
    throw new AppError('invalid', message, { problems: [{ field: 'amount', message }] });
  }
  return moneyOf(digits, currency);
}
