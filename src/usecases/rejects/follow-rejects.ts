import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadEvent } from '../../domain/lead/lead-event.ts';
import {
  listRejectedLeads,
  listRejectsOfLead,
  lockRejects,
  updateGone,
} from '../../store/rejects/rejects.ts';
import type { Work } from '../work.ts';
import { recordRejects } from './record-rejects.ts';

interface Followed {
  from: Lead;
  to: Lead;
  event: LeadEvent;
  eventId: string;
}

/**
 * A reject that is taken back leaves the rejects that were put before somebody, and so does a lead that turns out to be another one; parted again it
 * is back. What came back by itself, after its rest or mended, was rejected all the same.
 */
export async function followRejects(work: Work, { from, to, event, eventId }: Followed): Promise<void> {
  const isGone = goesBy(from, to, event);
  if (isGone === null) return;
  for (const id of await listRejectsOfLead(work.tx, from.id)) {
    const rejects = await lockRejects(work.tx, id);
    const leads = await listRejectedLeads(work.tx, id);
    const lead = leads.find(({ leadId }) => leadId === from.id);
    if (!rejects || !lead || isGone === (lead.goneAt !== null)) continue;
    const goneAt = isGone ? work.now : null;
    await updateGone(work.tx, { id, leadId: from.id, goneAt });
    const after = leads.map((each) => (each === lead ? { ...each, goneAt } : each));
    await recordRejects(work, { rejects, leads: after, by: event.actor, eventId });
  }
}

const REJECTED: readonly Lead['state'][] = ['rejected', 'resting', 'returned'];

/** Null: it says nothing of the reject. */
function goesBy(from: Lead, to: Lead, { kind }: LeadEvent): boolean | null {
  const [was, is] = [REJECTED.includes(from.state), REJECTED.includes(to.state)];
  if (was && (kind === 'undone' || kind === 'reopened' || to.state === 'merged')) return true;
  return from.state === 'merged' && is ? false : null;
}
