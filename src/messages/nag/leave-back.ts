import type { RefOf } from '../../domain/announcement.ts';
import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { promiseKinds, ruleOf } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { calendarOf } from '../../domain/team/person.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { instantOn } from '../../domain/time/day.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { leaveBack, type PassedLead } from '../../slack/views/nag/leave-back.ts';
import type { OwedEntry } from '../../slack/views/promise/owed-digest.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findLeadEvent } from '../../store/lead/lead-event.ts';
import { listEndedByOthers } from '../../store/promise/ended.ts';
import { findOwed } from '../../store/promise/owed.ts';
import { sayMove, urlOfCard } from '../lead/moved-on.ts';
import type { TeamReading } from '../reading.ts';

/** Null: nothing of theirs passed, and nothing waits. */
export async function renderLeaveBack(
  reading: TeamReading,
  { person, from }: RefOf<'leave_back'>,
): Promise<MessageView | null> {
  const { tx, settings } = reading;
  const since = instantOn(calendarOf(person, settings).zone, from, '00:00');
  const ended = await listEndedByOthers(tx, person, since);
  const passed: PassedLead[] = [];
  for (const promise of new Map(ended.map((each) => [each.about, each])).values()) {
    const entry = await passedLead(reading, { person, promise });
    if (entry) passed.push(entry);
  }
  const waiting = await stillWaiting(reading, person);
  if (passed.length === 0 && waiting.length === 0) return null;
  return leaveBack({ passed, waiting, timezone: settings.timezone });
}

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

async function stillWaiting(reading: TeamReading, person: PersonId) {
  const { tx, settings } = reading;
  const filter = { owedBy: [person], kinds: promiseKinds(), withTests: true };
  const owed = await findOwed(tx, { ...filter, quietUntil: null, dueBefore: null }, { limit: MOST_READ });
  const waiting: (Pick<OwedEntry, 'promise' | 'thing'> & { url: string | null })[] = [];
  for (const promise of owed) {
    if (ruleOf(promise.kind).about === 'request') {
      const request = await findRequest(tx, promise.about as InsightRequestId);
      if (request) waiting.push({ promise, thing: { is: 'request', request }, url: null });
      continue;
    }
    const lead = await findLead(tx, promise.about as LeadId);
    const url = lead && (await urlOfCard(reading, lead));
    if (lead)
      waiting.push({
        promise,
        thing: { is: 'lead', lead: leadFor(person, lead, settings), url, isAway: false },
        url,
      });
  }
  return waiting;
}

/** More than anybody reads; the message says that there are more. */
const MOST_READ = 100;
