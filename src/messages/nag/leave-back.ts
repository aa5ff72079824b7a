import { keyOf, messageKey, type RefOf } from '../../domain/announcement.ts';
import { requestDm, requestPost } from '../../domain/announcements/insight.ts';
import type { InsightRequest, InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { promiseKinds, ruleOf } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import type { RejectsId } from '../../domain/rejects/rejects.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { messageUrl } from '../../domain/team/message-url.ts';
import { calendarOf } from '../../domain/team/person.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { instantOn } from '../../domain/time/day.ts';
import { MINUTE } from '../../domain/time/duration.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { leaveBack, type PassedLead } from '../../slack/views/nag/leave-back.ts';
import type { OwedEntry } from '../../slack/views/promise/owed-digest.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findLeadEvent } from '../../store/lead/lead-event.ts';
import { findAnnouncedAt } from '../../store/outbox/enqueue.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import { listEndedByOthers } from '../../store/promise/ended.ts';
import { findOwed } from '../../store/promise/owed.ts';
import { findRejects } from '../../store/rejects/rejects.ts';
import { sumRejects } from '../../usecases/rejects/sum-rejects.ts';
import { sayMove, urlOfCard } from '../lead/moved-on.ts';
import type { TeamReading } from '../reading.ts';

/**
 * What passed between the first day of their leave and their first minutes at work, and what waited for them then and waits still. Null: nothing
 * of that, and nothing was told; what was told is drawn as it is now whenever something of theirs moves.
 */
export async function renderLeaveBack(
  reading: TeamReading,
  ref: RefOf<'leave_back'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const { person, from } = ref;
  const key = messageKey('leave_back', ref);
  const since = instantOn(calendarOf(person, settings).zone, from, '00:00');
  const until = ((await findAnnouncedAt(tx, key)) ?? now) + FIRST_MINUTES;
  const ended = await listEndedByOthers(tx, person, { since, until });
  const passed: PassedLead[] = [];
  for (const promise of new Map(ended.map((each) => [each.about, each])).values()) {
    const entry = await passedLead(reading, { person, promise });
    if (entry) passed.push(entry);
  }
  const waiting = await stillWaiting(reading, person, until);
  const isEmpty = passed.length === 0 && waiting.length === 0;
  if (isEmpty && !(await findPostedMessage(tx, key))) return null;
  return leaveBack({ passed, waiting, timezone: settings.timezone });
}

/** What was left over to their return may be taken back in the very minute of it. */
const FIRST_MINUTES = 5 * MINUTE;

/** Null: they have it still, or again. */
async function passedLead(
  reading: TeamReading,
  { person, promise }: { person: PersonId; promise: TeamPromise },
): Promise<PassedLead | null> {
  const { tx, settings } = reading;
  const lead = await findLead(tx, promise.about as LeadId);
  const move = promise.end && (await findLeadEvent(tx, promise.end.move));
  if (!lead || !move || (lead.owner === person && lead.state === 'claimed')) return null;
  const said = await sayMove(reading, { lead, move });
  return { lead: leadFor(person, lead, settings), said, at: move.at, url: await urlOfCard(reading, lead) };
}

async function stillWaiting(reading: TeamReading, person: PersonId, until: number) {
  const { tx, settings } = reading;
  const filter = { owedBy: [person], kinds: promiseKinds(), withTests: true };
  const owed = await findOwed(tx, { ...filter, quietUntil: null, dueBefore: null }, { limit: MOST_READ });
  const waiting: (Pick<OwedEntry, 'promise' | 'thing'> & { url: string | null })[] = [];
  for (const promise of owed.filter(({ startedAt }) => startedAt <= until)) {
    if (ruleOf(promise.kind).about === 'request') {
      const request = await findRequest(tx, promise.about as InsightRequestId);
      const url = request && (await urlOfRequest(reading, request, person));
      if (request) waiting.push({ promise, thing: { is: 'request', request }, url });
      continue;
    }
    if (ruleOf(promise.kind).about === 'rejects') {
      const rejects = await findRejects(tx, promise.about as RejectsId);
      const posted =
        rejects && (await findPostedMessage(tx, messageKey('rejects_dm', { rejectsId: rejects.id })));
      const url = posted && messageUrl(settings, posted);
      if (rejects)
        waiting.push({ promise, thing: { is: 'rejects', summed: await sumRejects(tx, rejects) }, url });
      continue;
    }
    const lead = await findLead(tx, promise.about as LeadId);
    const url = lead && (await urlOfCard(reading, lead));
    if (lead)
      waiting.push({
        promise,
        thing: { is: 'lead', lead: leadFor(person, lead, settings) },
        url,
      });
  }
  return waiting;
}

/** To its post, else to what they were asked by themselves. */
async function urlOfRequest(
  { tx, settings }: TeamReading,
  request: InsightRequest,
  person: PersonId,
): Promise<string | null> {
  for (const said of [requestPost(request), requestDm(request, person)]) {
    const posted = said && (await findPostedMessage(tx, keyOf(said)));
    if (posted) return messageUrl(settings, posted);
  }
  return null;
}

/** More than anybody reads; the message says that there are more. */
const MOST_READ = 100;
