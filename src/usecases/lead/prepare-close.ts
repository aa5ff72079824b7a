import { assertWorkable } from '../../domain/lead/claim.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { offeredCurrencies } from '../../domain/money/currencies.ts';
import { refuse } from '../../domain/refusals.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findLead } from '../../store/lead/lead.ts';
import { listCurrencies } from '../../store/money/currency.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
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
  return withLead(ctx, input, async (work, { lead, by }) => {
    assertWorkable(lead, by, { states: ['qualified'], what: 'close' });
    return sceneOf(work, leadFor(input.person, lead, work.settings));
  });
}

/** The same for a modal that is open already, whatever has happened to the lead meanwhile. */
export function loadCloseScene(ctx: Context, { leadId, person }: MoveInput): Promise<CloseScene> {
  return perform(ctx, 'tango', async (work) => {
    const lead = await findLead(work.tx, leadId);
    if (!lead) throw refuse('lead_not_found');
    return sceneOf(work, leadFor(person, lead, work.settings));
  });
}

async function sceneOf({ tx, settings, now }: Work, lead: Lead): Promise<CloseScene> {
  const currencies = offeredCurrencies(settings.currency, await listCurrencies(tx));
  return { lead, currencies, today: dayIn(settings.timezone, now) };
}
