import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { Spend } from '../../src/domain/money/spend.ts';
import type { PromiseSettings } from '../../src/domain/promise.ts';
import type { FactPromise, LeadFact, ScorecardFacts, SpendFact } from '../../src/domain/scorecard/cohort.ts';
import { berlin } from './berlin.ts';
import { promisesOf } from './derived-promises.ts';
import { SETTINGS, sampleLead } from './sample-lead.ts';

const REASONS = [
  { code: 'not_our_market', label: 'Not our market', counts: true },
  { code: 'other', label: 'Other', counts: true },
  { code: 'spam', label: 'Spam', counts: false },
];

/** On Monday of week 48 of 2026 at 9:00. */
const MONDAY = berlin('2026-11-23T09:00');

export function factsOf(leads: readonly LeadFact[], changes: Partial<ScorecardFacts> = {}): ScorecardFacts {
  const firstArrival = leads.length === 0 ? null : Math.min(...leads.map(({ receivedAt }) => receivedAt));
  return {
    leads: leads.map((lead) => ({ ...lead, promises: derived(lead, changes.settings ?? SETTINGS) })),
    undecidedPairs: 0,
    spend: [],
    booked: [],
    reasons: REASONS,
    firstArrival,
    settings: SETTINGS,
    now: MONDAY,
    ...changes,
  };
}

/** As they follow from how the lead stands; one that is given keeps those. */
function derived(lead: LeadFact, settings: PromiseSettings): readonly FactPromise[] {
  if (lead.promises.length > 0 || (lead.cardChannel === null && lead.claimedAt === null))
    return lead.promises;
  return promisesOf(lead, settings).map(({ name, since, due, calendar, endedAt }) => ({
    ...{ kind: name, startedAt: since, dueAt: due, endedAt, isDone: endedAt !== null },
    calendar: { ...calendar, leave: [] },
  }));
}

/** So that no two are one. */
let made = 0;

/** Arrived on Tuesday of week 47, ten in the morning, unless told otherwise. */
export function fact(changes: Partial<LeadFact> = {}): LeadFact {
  const at = changes.receivedAt ?? berlin('2026-11-17T10:00');
  made += 1;
  const id = `lead-${made}` as LeadId;
  return { ...sampleLead({ receivedAt: at }), id, reason: null, promises: [], ...changes, createdAt: at };
}

/** Claimed after so many minutes, contacted after so many more. */
export function worked(claim: number, contact: number, changes: Partial<LeadFact> = {}): LeadFact {
  const lead = fact(changes);
  const claimedAt = lead.receivedAt + claim * 60_000;
  return { ...lead, state: 'claimed', claimedAt, contactedAt: claimedAt + contact * 60_000, ...changes };
}

export function spend(changes: Partial<Spend> & { minor: number; currency?: string }): SpendFact {
  made += 1;
  const { minor, currency = 'EUR', ...rest } = changes;
  return {
    id: `amount-${made}`,
    side: 'marketing',
    source: 'Webinar',
    campaign: null,
    from: '2026-11-16',
    to: '2026-11-22',
    amount: { minor, currency },
    ...rest,
  };
}
