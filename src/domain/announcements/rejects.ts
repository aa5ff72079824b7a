/** What is announced of rejects: the question, and the answer to it wherever somebody has rejected. */
import { type Announcement, announcement } from '../announcement.ts';
import type { Lead } from '../lead/lead.ts';
import type { RejectedLead, Rejects } from '../rejects/rejects.ts';
import type { PersonId } from '../team/actor.ts';
import { living, type People } from '../team/person.ts';
import type { Week } from '../time/week.ts';
import { cardKey } from './lead.ts';

/** The question, edited in place as it is answered; null: there is nobody to ask. */
export function rejectsDm({ id, owner }: Pick<Rejects, 'id' | 'owner'>): Announcement | null {
  return owner === null ? null : announcement('rejects_dm', { rejectsId: id }, { target: owner });
}

interface Told {
  rejects: Rejects;
  /** Those that were rejected and stand. */
  leads: readonly RejectedLead[];
  cards: readonly Pick<Lead, 'id' | 'cardChannel'>[];
  people?: People | undefined;
}

/** The answer: once in the thread of each lead, and to each rep once, however many of the leads they have rejected. Nobody is told what they said. */
export function answerTold({ rejects, leads, cards, people }: Told): Announcement[] {
  const lines = cards.flatMap(({ id: leadId, cardChannel: target }) => {
    const ref = { rejectsId: rejects.id, leadId };
    const place = target && { target, threadOf: cardKey({ id: leadId }) };
    return place ? [announcement('rejects_line', ref, place)] : [];
  });
  return [...lines, ...repsOf(leads, rejects, people).map((person) => rejectsTold(rejects, person))];
}

function repsOf(leads: readonly RejectedLead[], { answer }: Rejects, people: People | undefined): PersonId[] {
  const reps = new Set(leads.flatMap(({ rejectedBy }) => rejectedBy ?? []));
  return living([...reps], people ? { people } : {}).filter((person) => person !== answer?.by);
}

function rejectsTold({ id }: Rejects, person: PersonId): Announcement {
  return announcement('rejects_told', { rejectsId: id, person }, { target: person });
}

/** Once, to one manager. */
export function otherReasons(week: Week, person: PersonId): Announcement {
  return announcement('other_reasons', { week, person }, { target: person });
}
