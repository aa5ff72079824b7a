import { messageKey, type RefOf } from '../../domain/announcement.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { isLeftOvernight } from '../../domain/nag/ladder.ts';
import { LEAD_KINDS } from '../../domain/promise/kinds.ts';
import { targetOf } from '../../domain/team/place.ts';
import { leadIn } from '../../domain/team/sharing.ts';
import { dayIn } from '../../domain/time/day.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import type { ListedLead } from '../../slack/views/nag/lead-list.ts';
import { MOST_LISTED, nagPost, waitingPost } from '../../slack/views/nag/nag-posts.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findFirstNagOfPost, listNagsOfPost } from '../../store/nag/nag.ts';
import { findRecipients } from '../../store/nag/receipt.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import { listReminded } from '../../store/promise/reminders.ts';
import type { TeamReading } from '../reading.ts';
import { listed, listedByNags } from './listed.ts';
import { ofDay } from './newer.ts';

/** Null when all of them were taken before it was posted; afterwards it says so. */
export async function renderNagPost(
  reading: TeamReading,
  ref: RefOf<'nag_post'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const { nags, ...counts } = await listNagsOfPost(tx, ref.at, MOST_LISTED);
  const seen = (lead: Lead) => leadIn(targetOf(settings, 'leads'), lead, settings);
  const entries = await listedByNags(reading, nags, seen);
  if (counts.waiting === 0 && !(await findPostedMessage(tx, messageKey('nag_post', ref)))) return null;
  const first = await findFirstNagOfPost(tx, ref.at);
  const called = first ? await findRecipients(tx, first) : [];
  return nagPost({ entries, ...counts, called, timezone: settings.timezone, now });
}

/** What was told to the managers on an earlier day and waits still; on the days after, that it goes on in a later one. */
export async function renderWaitingPost(
  reading: TeamReading,
  ref: RefOf<'waiting_post'>,
): Promise<MessageView | null> {
  const { settings, now } = reading;
  const view = (entries: ListedLead[], count: number) =>
    waitingPost({ entries, count, waiting: count, timezone: settings.timezone, now });
  return ofDay(reading, {
    key: messageKey('waiting_post', ref),
    today: messageKey('waiting_post', { day: dayIn(settings.timezone, now) }),
    draw: async () => {
      const { entries, count } = await leftOvernight(reading);
      return count > 0 ? view(entries, count) : null;
    },
    over: () => view([], 0),
  });
}

async function leftOvernight(reading: TeamReading): Promise<{ entries: ListedLead[]; count: number }> {
  const { tx, settings, now } = reading;
  const told = await listReminded(tx, { kinds: LEAD_KINDS, steps: ['manager'] });
  const waiting = told.filter((promise) => isLeftOvernight(promise, { settings, now }));
  const entries: ListedLead[] = [];
  for (const promise of waiting.slice(0, MOST_LISTED)) {
    const found = await findLead(tx, promise.about as LeadId);
    const lead = found && leadIn(targetOf(settings, 'leads'), found, settings);
    if (lead) entries.push(await listed(reading, { lead, promise }));
  }
  return { entries, count: waiting.length };
}
