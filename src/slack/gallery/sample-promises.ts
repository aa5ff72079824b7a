import { isGiven, type Lead } from '../../domain/lead/lead.ts';
import { type PromiseKind, ruleOf, targetOf } from '../../domain/promise/kinds.ts';
import { makePromise, type PromiseId, personOf, type TeamPromise } from '../../domain/promise/promise.ts';
import type { FactPromise, LeadFact } from '../../domain/scorecard/cohort.ts';
import { promiseCalendarOf } from '../../domain/team/person.ts';
import { ARRIVED, SETTINGS } from './sample-people.ts';

/** What somebody owes the lead next; null: nobody owes it anything. */
export function promiseOn(lead: Lead, more: Partial<TeamPromise> = {}): TeamPromise | null {
  if (lead.state === 'new') return { ...promiseOf('claim', lead.openSince ?? ARRIVED, lead), ...more };
  if (lead.state !== 'claimed') return null;
  const kind = isGiven(lead) ? 'take' : lead.contactedAt === null ? 'contact' : 'verdict';
  return { ...promiseOf(kind, lead.claimedAt ?? ARRIVED, lead), ...more };
}

export function samplePromise(kind: PromiseKind, more: Partial<TeamPromise> = {}): TeamPromise {
  return { ...promiseOf(kind, ARRIVED, { priority: 'standard', owner: null }), ...more };
}

/** What was promised to a lead of a scorecard: its claim, and once somebody has it the contact and the verdict. */
export function promisesOfFact(lead: Omit<LeadFact, 'promises'>): FactPromise[] {
  const { createdAt, claimedAt, contactedAt, verdictAt } = lead;
  const row = (kind: FactPromise['kind'], since: number, endedAt: number | null): FactPromise => {
    const { startedAt, dueAt, calendar } = promiseOf(kind, since, lead);
    return { kind, startedAt, dueAt, calendar, endedAt, isDone: endedAt !== null };
  };
  const claim = row('claim', createdAt, claimedAt);
  if (claimedAt === null) return [claim];
  return [claim, row('contact', claimedAt, contactedAt), row('verdict', claimedAt, verdictAt)];
}

function promiseOf(
  kind: PromiseKind,
  startedAt: number,
  { priority, owner }: Pick<Lead, 'priority' | 'owner'>,
): TeamPromise {
  const owedBy = owner ?? ruleOf(kind).owedBy;
  const calendar = promiseCalendarOf(personOf(owedBy), SETTINGS);
  return makePromise({
    ...{ kind, about: 'thing_1', startMove: 'event_1', startedAt, owedBy, calendar },
    id: 'promise_1' as PromiseId,
    target: targetOf(kind, priority, { promises: SETTINGS.promises, calendar }),
  });
}
