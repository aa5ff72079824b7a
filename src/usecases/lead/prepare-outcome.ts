import { assertWorkable } from '../../domain/lead/claim.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { notFound } from '../../domain/lead/refusals.ts';
import { offeredCurrencies } from '../../domain/money/currencies.ts';
import { dayIn } from '../../domain/time/day.ts';
import { listCurrencies } from '../../store/currency.ts';
import { findLead } from '../../store/lead.ts';
import { loadSettings } from '../../store/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { type MoveInput, refusing } from './move-lead.ts';

export interface OutcomeScene {
  lead: Lead;
  /** To choose from, the team's first. */
  currencies: string[];
  /** YYYY-MM-DD in the team's zone. */
  today: string;
}

/** What the modals of won and lost are drawn from, for somebody who may go on with it. */
export function prepareOutcome(ctx: Context, input: MoveInput): Promise<OutcomeScene> {
  return refusing(ctx, input, async ({ lead, by, now, tx }) => {
    assertWorkable(lead, by, ['qualified']);
    return { lead, ...(await choices(tx, now)) };
  });
}

/** The same for a modal that is open already, whatever has happened to the lead meanwhile. */
export function outcomeScene(ctx: Context, leadId: LeadId): Promise<OutcomeScene> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const lead = await findLead(tx, leadId);
    if (!lead) throw notFound();
    return { lead, ...(await choices(tx, now)) };
  });
}

async function choices(tx: Tx, now: number): Promise<Omit<OutcomeScene, 'lead'>> {
  const { currency, timezone } = await loadSettings(tx);
  return { currencies: offeredCurrencies(currency, await listCurrencies(tx)), today: dayIn(timezone, now) };
}
