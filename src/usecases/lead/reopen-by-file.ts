/** What deals of files had closed is open again: the lead goes on where it was before the first of them. */
import type { Lead } from '../../domain/lead/lead.ts';
import type { Move } from '../../domain/lead/lead-event.ts';
import { standing } from '../../domain/lead/undo.ts';
import { findMovesOfDeals } from '../../store/import/import.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import type { Work } from '../work.ts';

/** Null: it is open, or more than deals of files has closed it, or somebody has worked on it since. It is a step of its own, which goes with its file. */
export async function reopenByFile({ tx, by: actor, now: at }: Work, lead: Lead): Promise<Move | null> {
  if (lead.state !== 'won' && lead.state !== 'lost') return null;
  const ofDeals = await findMovesOfDeals(tx, lead.id);
  const moves = standing(await listLeadEvents(tx, lead.id));
  const other = moves.findLastIndex(
    ({ id, kind }) => !ofDeals.has(id) || (kind !== 'won' && kind !== 'lost'),
  );
  const before = moves[other + 1]?.before;
  return before ? { lead: { ...lead, ...before }, event: { kind: 'reopened', at, actor, data: {} } } : null;
}
