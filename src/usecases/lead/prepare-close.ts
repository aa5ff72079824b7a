import { assertWorkable } from '../../domain/lead/claim.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { notFound } from '../../domain/lead/refusals.ts';
import { offeredCurrencies } from '../../domain/money/currencies.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findLead } from '../../store/lead/lead.ts';
import { listCurrencies } from '../../store/money/currency.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { type MoveInput, withLead } from './move-lead.ts';

export interface CloseScene {
  lead: Lead;
  /** To choose from, the team's first. */
  currencies: string[];
  /** YYYY-MM-DD in the team's zone. */
  today: string;
}

/** What the modals of won and lost are drawn from, for somebody who may go on with it. */
export function prepareClose(ctx: Context, input: MoveInput): Promise<CloseScene> {
  return withLead(ctx, input, async ({ lead, by, now, tx }) => {
    assertWorkable(lead, by, ['qualified']);
    return { lead, ...(await choices(tx, now)) };
  });
}

/** The same for a modal that is open already, whatever has happened to the lead meanwhile. */
export function loadCloseScene(ctx: Context, leadId: LeadId): Promise<CloseScene> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const lead = await findLead(tx, leadId);
    if (!lead) throw notFound();
    return { lead, ...(await choices(tx, now)) };
  });
}

async function choices(tx: Tx, now: number): Promise<Omit<CloseScene, 'lead'>> {
  const { currency, timezone } = await loadSettings(tx);
  return { currencies: offeredCurrencies(currency, await listCurrencies(tx)), today: dayIn(timezone, now) };
}
