import type { Definition } from '../../domain/definition/definition.ts';
import { assertMaySnooze } from '../../domain/lead/assign.ts';
import { assertWorkable } from '../../domain/lead/claim.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { LeadEvent } from '../../domain/lead/lead-event.ts';
import type { LeadAct, LeadState } from '../../domain/lead/lead-state.ts';
import { mayReach } from '../../domain/lead/ways-to-reach.ts';
import { refuse } from '../../domain/refusals.ts';
import type { RejectReason } from '../../domain/reject-reason/reject-reason.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { calendarOf } from '../../domain/team/person.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { eventWithoutContact, leadFor, withoutContact } from '../../domain/team/sharing.ts';
import { nextWorkingInstant } from '../../domain/time/calendar.ts';
import { loadDefinition } from '../../store/definition/definition.ts';
import { findLead } from '../../store/lead/lead.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import { listMergedLeads } from '../../store/lead/lead-match.ts';
import { findRejectReason, listRejectReasons } from '../../store/reject-reason/reject-reason.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { type MoveInput, withLead } from './move-lead.ts';

export interface VerdictScene {
  lead: Lead;
  settings: Settings;
  definition: Definition;
  reasons: RejectReason[];
}

/** What a modal is drawn from, for somebody who may go on with it: a modal that could only be refused is not opened. */
export function prepareMove(
  ctx: Context,
  input: MoveInput,
  allowed: { states: readonly LeadState[]; what: LeadAct },
): Promise<VerdictScene> {
  return withLead(ctx, input, async (work, { lead, by }) => {
    assertWorkable(lead, by, allowed);
    return verdictSceneOf(work, leadFor(input.person, lead, work.settings));
  });
}

/** The same for a snooze, which is for fewer people. */
export function prepareSnooze(ctx: Context, input: MoveInput): Promise<VerdictScene> {
  return withLead(ctx, input, async (work, { lead, by }) => {
    assertMaySnooze(lead, by);
    return verdictSceneOf(work, lead);
  });
}

/** The same for a modal that is open already, whatever has happened to the lead meanwhile. */
export function loadVerdictScene(ctx: Context, { leadId, person }: MoveInput): Promise<VerdictScene> {
  return perform(ctx, 'tango', async (work) =>
    verdictSceneOf(work, leadFor(person, await leadIn(work, leadId), work.settings)),
  );
}

export interface AssignScene {
  lead: Lead;
  timezone: string;
  /** When whoever is to have it hears of it; null: at once, or nobody is chosen. */
  hearsAt: number | null;
}

/** Whoever gives a lead away after the other's hours knows that they read of it later. */
export function loadAssignScene(
  ctx: Context,
  { leadId, person, to }: MoveInput & { to: PersonId | null },
): Promise<AssignScene> {
  return perform(ctx, 'tango', async (work) => {
    const { now, settings } = work;
    const lead = leadFor(person, await leadIn(work, leadId), settings);
    const { timezone } = settings;
    if (to === null || to === person) return { lead, timezone, hearsAt: null };
    const at = nextWorkingInstant(calendarOf(to, settings), now);
    return { lead, timezone, hearsAt: at > now ? at : null };
  });
}

async function verdictSceneOf({ tx, settings }: Work, lead: Lead): Promise<VerdictScene> {
  return { lead, settings, definition: await loadDefinition(tx), reasons: await listRejectReasons(tx) };
}

export interface LeadScene {
  lead: Lead;
  history: LeadEvent[];
  /** What came with leads that were merged into it. */
  merged: Lead[];
  settings: Settings;
  reason: RejectReason | null;
}

/** For looking only. */
export function loadLeadScene(
  ctx: Context,
  { leadId, person }: { leadId: LeadId; person: PersonId },
): Promise<LeadScene> {
  return perform(ctx, person, async (work) => {
    const { tx, settings } = work;
    const lead = await leadIn(work, leadId);
    const shows = mayReach(lead, person, settings);
    const history = await listLeadEvents(tx, leadId);
    const merged = await listMergedLeads(tx, leadId);
    return {
      lead: leadFor(person, lead, settings),
      settings,
      history: shows ? history : history.map(eventWithoutContact),
      // Whoever may see it of the one may see it of what came with it.
      merged: shows ? merged : merged.map(withoutContact),
      reason: lead.rejection ? await findRejectReason(tx, lead.rejection.reason) : null,
    };
  });
}

async function leadIn({ tx }: Work, leadId: LeadId): Promise<Lead> {
  const lead = await findLead(tx, leadId);
  if (!lead) throw refuse('lead_not_found');
  return lead;
}
