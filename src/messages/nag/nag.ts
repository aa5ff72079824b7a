import type { RefOf } from '../../domain/announcement.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { LADDER } from '../../domain/nag/nag.ts';
import { runningPromise } from '../../domain/promise.ts';
import { leadIn } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { nagView } from '../../slack/views/nag/nag.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findNag } from '../../store/nag/nag.ts';
import { findRecipients } from '../../store/nag/receipt.ts';
import type { TeamReading } from '../reading.ts';

/** Null when somebody has touched the lead since: what was waited for has happened, or is on its way. */
export async function renderNag(
  { tx, settings, now }: TeamReading,
  { nagId }: RefOf<'nag'>,
): Promise<MessageView | null> {
  const nag = await findNag(tx, nagId);
  const found = nag && (await findLead(tx, nag.leadId));
  const lead = found && leadIn(found.cardChannel, found, settings);
  if (!nag || !lead) return null;
  const running = runningPromise(lead, settings);
  const rule = LADDER.find(({ promise, step }) => promise === nag.promise && step === nag.step);
  if (!rule || running?.name !== nag.promise || !untouchedSince(lead, nag.sentAt)) return null;
  const recipients = await findRecipients(tx, nag.id);
  return nagView({ rule, lead, promise: running, recipients, timezone: settings.timezone, now });
}

/** As far as the row tells. */
export function untouchedSince({ claimedAt, activeAt, snoozedUntil }: Lead, at: number): boolean {
  return Math.max(claimedAt ?? 0, activeAt ?? 0, snoozedUntil ?? 0) <= at;
}
