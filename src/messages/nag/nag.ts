import type { Lead } from '../../domain/lead/lead.ts';
import { LADDER, type NagId } from '../../domain/nag/nag.ts';
import { runningPromise } from '../../domain/promise.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { nagView } from '../../slack/views/nag/nag.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findNag } from '../../store/nag/nag.ts';
import { findRecipients } from '../../store/nag/receipt.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';

/** Null when somebody has touched the lead since: what was waited for has happened, or is on its way. */
export async function renderNag(tx: Tx, ref: string, now: number): Promise<MessageView | null> {
  const nag = await findNag(tx, ref as NagId);
  const lead = nag && (await findLead(tx, nag.leadId));
  if (!nag || !lead) return null;
  const settings = await loadSettings(tx);
  const clock = runningPromise(lead, settings);
  const rule = LADDER.find(({ promise, step }) => promise === nag.promise && step === nag.step);
  if (!rule || clock?.name !== nag.promise || !untouchedSince(lead, nag.sentAt)) return null;
  return nagView({
    rule,
    lead,
    clock,
    recipients: await findRecipients(tx, nag.id),
    timezone: settings.timezone,
    now,
  });
}

/** As far as the row tells. */
export function untouchedSince({ claimedAt, activeAt, snoozedUntil }: Lead, at: number): boolean {
  return Math.max(claimedAt ?? 0, activeAt ?? 0, snoozedUntil ?? 0) <= at;
}
