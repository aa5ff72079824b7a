import type { LeadId } from '../../../domain/lead/lead.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { type LeadMenuChoice, leadMenuValue, parseLeadId } from '../../action-ids.ts';
import type { ClickHandler } from '../edge/click.ts';
import type { ListenerDeps } from '../edge/listen.ts';

/** Somebody does something with one lead, wherever they see it: by a button that names it, or by an entry of its menu. */
export interface LeadClick {
  leadId: LeadId;
  person: PersonId;
  triggerId: string;
  /** What the menu was drawn for. */
  seen?: string | null;
}

export type LeadHandler = (deps: ListenerDeps, click: LeadClick) => Promise<unknown>;

export function byButton(handler: LeadHandler): ClickHandler {
  return async (deps, { value, person, triggerId }) => {
    await handler(deps, { leadId: parseLeadId(value), person, triggerId });
  };
}

export function byMenu(handlers: Readonly<Record<LeadMenuChoice, LeadHandler>>): ClickHandler {
  return async (deps, { value, person, triggerId }) => {
    const { choice, leadId, seen } = leadMenuValue.decode(value);
    await handlers[choice](deps, { leadId, person, triggerId, seen });
  };
}
