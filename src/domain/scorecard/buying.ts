import { segmentNames } from '../lead/segment.ts';
import type { Cohort, LeadFact } from './cohort.ts';

/** A segment whose leads are won more often than those of all together. */
export interface BuyingSegment {
  segment: string;
  leads: number;
  won: number;
}

const SHOWN = 5;
const ENOUGH = 10;

/** Over the leads of several weeks, as one week is too little to tell; those with enough leads to judge come first. */
export function buyingSegments(cohorts: readonly Cohort[]): BuyingSegment[] {
  const leads = cohorts.flatMap((cohort) => cohort.leads);
  const overall = share(leads);
  const nameOf = segmentNames(leads.flatMap(({ segment }) => (segment ? [{ segment, leads: 1 }] : [])));
  return [...Map.groupBy(leads, ({ segment }) => segment && nameOf(segment))]
    .flatMap(([segment, those]) => (segment !== null && share(those) > overall ? [row(segment, those)] : []))
    .sort((a, b) => judged(b) - judged(a) || b.won / b.leads - a.won / a.leads || b.leads - a.leads)
    .slice(0, SHOWN);
}

function row(segment: string, leads: readonly LeadFact[]): BuyingSegment {
  return { segment, leads: leads.length, won: wins(leads) };
}

function judged({ leads }: BuyingSegment): number {
  return leads >= ENOUGH ? 1 : 0;
}

function share(leads: readonly LeadFact[]): number {
  return leads.length === 0 ? 0 : wins(leads) / leads.length;
}

function wins(leads: readonly LeadFact[]): number {
  return leads.filter(({ state }) => state === 'won').length;
}
