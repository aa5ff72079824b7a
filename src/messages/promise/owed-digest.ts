import { messageKey, type RefOf } from '../../domain/announcement.ts';
import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { boundPeople, isChasedOnCard, isDaily, recipientsOf } from '../../domain/nag/ladder.ts';
import { promiseKinds, ruleOf } from '../../domain/promise/kinds.ts';
import type { RejectsId } from '../../domain/rejects/rejects.ts';
import type { StoryId } from '../../domain/story/story.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayFor, isOnLeave } from '../../domain/team/person.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { MOST_OWED, nothingOwed, type OwedEntry, owedDigest } from '../../slack/views/promise/owed-digest.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findLead } from '../../store/lead/lead.ts';
import { listReminded } from '../../store/promise/reminders.ts';
import { findRejects } from '../../store/rejects/rejects.ts';
import { findStory } from '../../store/story/story.ts';
import { askedPeople } from '../../usecases/nag/asked-people.ts';
import { sumRejects } from '../../usecases/rejects/sum-rejects.ts';
import { urlOfCard } from '../lead/moved-on.ts';
import { ofDay } from '../nag/newer.ts';
import type { TeamReading } from '../reading.ts';

/** Null when all that it would say was done before it was posted; afterwards it says that, and on the days after that it goes on in a later one. */
export async function renderOwedDigest(
  reading: TeamReading,
  ref: RefOf<'owed_digest'>,
): Promise<MessageView | null> {
  const { settings, now } = reading;
  const { person } = ref;
  return ofDay(reading, {
    key: messageKey('owed_digest', ref),
    today: messageKey('owed_digest', { person, day: dayFor(person, settings, now) }),
    draw: () => drawOwed(reading, person),
    over: nothingOwed,
  });
}

async function drawOwed(reading: TeamReading, person: PersonId): Promise<MessageView | null> {
  const { settings, now } = reading;
  const owed = await owedTo(reading, person);
  if (owed.length === 0) return null;
  const entries: OwedEntry[] = [];
  for (const each of owed.slice(0, MOST_OWED)) {
    const thing = await thingOf(reading, { ...each, person });
    if (thing) entries.push({ ...each, ...thing });
  }
  return owedDigest({ ...countsOf(owed), entries, timezone: settings.timezone, now });
}

type Owed = Pick<OwedEntry, 'promise' | 'isTheirs'>;

/** All that this person has come to hear of and that still runs, in the order in which the digest counts it; each of it what is due first. */
async function owedTo({ tx, settings }: TeamReading, person: PersonId): Promise<Owed[]> {
  const kinds = promiseKinds();
  const steps = [...new Set(kinds.flatMap((kind) => ruleOf(kind).steps.filter(isDaily)))];
  const owed: Owed[] = [];
  for (const promise of await listReminded(tx, { kinds, steps: steps.map(({ step }) => step) })) {
    const reach = { settings, asked: await askedPeople(tx, promise) };
    if (!recipientsOf(promise, reach).includes(person)) continue;
    owed.push({ promise, isTheirs: boundPeople(promise, reach).includes(person) });
  }
  return owed.toSorted((one, other) => rank(one) - rank(other));
}

/** Late leads, what the reader owes, what others owe. */
function rank({ promise, isTheirs }: Owed): number {
  if (isChasedOnCard(promise.kind)) return 0;
  return isTheirs ? 1 : 2;
}

function countsOf(owed: readonly Owed[]) {
  const late = owed.filter(({ promise }) => isChasedOnCard(promise.kind)).length;
  const theirs = owed.filter(({ promise, isTheirs }) => isTheirs && !isChasedOnCard(promise.kind)).length;
  return { late, theirs, others: owed.length - late - theirs };
}

const NO_CARD = { url: null, isAway: false };

async function thingOf(
  reading: TeamReading,
  { promise, person }: Owed & { person: PersonId },
): Promise<Pick<OwedEntry, 'thing' | 'url' | 'isAway'> | null> {
  const { tx, settings, now } = reading;
  const { kind, about } = promise;
  const is = ruleOf(kind).about;
  if (is === 'story') {
    const story = await findStory(tx, about as StoryId);
    return story && { thing: { is, story }, ...NO_CARD };
  }
  if (is === 'request') {
    const request = await findRequest(tx, about as InsightRequestId);
    return request && { thing: { is, request }, ...NO_CARD };
  }
  if (is === 'rejects') {
    const rejects = await findRejects(tx, about as RejectsId);
    return rejects && { thing: { is, summed: await sumRejects(tx, rejects) }, ...NO_CARD };
  }
  const lead = await findLead(tx, about as LeadId);
  const isAway = lead?.owner != null && isOnLeave(lead.owner, settings, now);
  if (!lead) return null;
  return {
    thing: { is, lead: leadFor(person, lead, settings) },
    url: await urlOfCard(reading, lead),
    isAway,
  };
}
