import { keyOf, type RefOf } from '../../domain/announcement.ts';
import { owedDigest as owedDigestOf } from '../../domain/announcements/team.ts';
import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { boundPeople, recipientsOf, saidStep } from '../../domain/promise/daily-nag.ts';
import { ruleOf } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import type { StoryId } from '../../domain/story/story.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { leadIn } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import {
  nothingOwed,
  type OwedEntry,
  type OwedThing,
  owedDigest,
} from '../../slack/views/promise/owed-digest.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import { listReminded } from '../../store/promise/daily.ts';
import { findStory } from '../../store/story/story.ts';
import { askedPeople } from '../../usecases/nag/asked-people.ts';
import type { TeamReading } from '../reading.ts';

/** Null when all that it would say was done before it was posted; afterwards it says that. */
export async function renderOwedDigest(
  reading: TeamReading,
  { person, day }: RefOf<'owed_digest'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const entries: OwedEntry[] = [];
  for (const promise of await listReminded(tx)) {
    const entry = await entryOf(reading, promise, person);
    if (entry) entries.push(entry);
  }
  if (entries.length > 0) return owedDigest({ entries, timezone: settings.timezone, now });
  return (await findPostedMessage(tx, keyOf(owedDigestOf(person, day)))) ? nothingOwed() : null;
}

/** Null: it is not for this person. */
async function entryOf(
  reading: TeamReading,
  promise: TeamPromise,
  person: PersonId,
): Promise<OwedEntry | null> {
  const { tx, settings } = reading;
  const step = saidStep(promise);
  const asked = await askedPeople(tx, promise);
  if (!step || !recipientsOf(promise, step, { settings, asked }).includes(person)) return null;
  const thing = await thingOf(reading, promise);
  return thing && { promise, thing, isTheirs: boundPeople(promise, { settings, asked }).includes(person) };
}

async function thingOf(
  { tx, settings }: TeamReading,
  { kind, about }: TeamPromise,
): Promise<OwedThing | null> {
  switch (ruleOf(kind).about) {
    case 'lead': {
      const lead = await findLead(tx, about as LeadId);
      return lead && { is: 'lead', lead: leadIn(null, lead, settings) };
    }
    case 'story': {
      const story = await findStory(tx, about as StoryId);
      return story && { is: 'story', story };
    }
    default: {
      const request = await findRequest(tx, about as InsightRequestId);
      return request && { is: 'request', request };
    }
  }
}
