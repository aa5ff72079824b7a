import { teamCalendar } from '../../domain/calendar.ts';
import { LADDER, type NagId } from '../../domain/nag.ts';
import { runningPromise } from '../../domain/promise.ts';
import type { MessageView } from '../../slack/views/message-view.ts';
import { nagView } from '../../slack/views/nag.ts';
import { findLead } from '../../store/lead.ts';
import { findNag } from '../../store/nag.ts';
import { loadSettings } from '../../store/settings.ts';
import type { Tx } from '../../store/transaction.ts';

/** Null when the lead has moved since: what was waited for has happened. */
export async function renderNag(tx: Tx, ref: string, now: number): Promise<MessageView | null> {
  const nag = await findNag(tx, ref as NagId);
  const lead = nag && (await findLead(tx, nag.leadId));
  if (!nag || !lead) return null;
  const settings = await loadSettings(tx);
  const clock = runningPromise(lead, settings);
  const rule = LADDER.find(({ promise, step }) => promise === nag.promise && step === nag.step);
  if (!rule || clock?.name !== nag.promise || nag.cycleAt < clock.since) return null;
  return nagView({ rule, lead, clock, managers: settings.managers, calendar: teamCalendar(settings), now });
}
