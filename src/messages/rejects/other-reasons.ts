import type { RefOf } from '../../domain/announcement.ts';
import type { Reject } from '../../domain/home.ts';
import { isOther } from '../../domain/rejects/rejects.ts';
import { weekRange } from '../../domain/time/week.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { OTHER_SHOWN, otherReasonsMessage } from '../../slack/views/rejects/other-reasons.ts';
import { findRejectedBetween } from '../../store/lead/rejected-between.ts';
import { readLeads } from '../../usecases/home/read-entries.ts';
import type { TeamReading } from '../reading.ts';

/** Null: nothing of it is left. */
export async function renderOtherReasons(
  reading: TeamReading,
  { week, person }: RefOf<'other_reasons'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const { start, end } = weekRange(week, settings.timezone);
  const rejected = await findRejectedBetween(tx, start, end);
  const others = rejected.filter(isOther);
  if (others.length === 0) return null;
  const first = others.slice(0, OTHER_SHOWN).map(({ leadId }) => leadId);
  const leads = await readLeads({ ...reading, person }, first);
  const shown = leads.map((lead): Reject => ({ ...lead, reasonLabel: 'Other' }));
  const { timezone } = settings;
  return otherReasonsMessage({ week, others: others.length, of: rejected.length, shown, timezone, now });
}
