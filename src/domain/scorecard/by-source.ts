import { type Cohort, isOpenLead, isQualified, isRejected, type LeadFact, spentIn } from './cohort.ts';

/** What the leads of one source came to. Each lead is in exactly one of open, qualified and rejected; won is part of qualified. */
export interface SourceRow {
  /** Null for leads without a source, and for spend that names none. */
  source: string | null;
  leads: number;
  open: number;
  qualified: number;
  rejected: number;
  won: number;
  /** Of both sides in the team's currency, minor units; null when none is recorded. */
  spend: number | null;
}

/** Sources with leads or spend in the week, the largest first. */
export function bySource(cohort: Cohort): SourceRow[] {
  const { from, to } = cohort.range;
  const spent = cohort.spend.filter((spend) => spend.from <= to && spend.to >= from);
  const names = new Set([...cohort.leads, ...spent].map(({ source }) => source));
  return [...names]
    .map((source) => rowOf(source, cohort))
    .filter((row) => row.leads > 0 || row.spend !== null)
    .sort((a, b) => b.leads - a.leads || (b.spend ?? 0) - (a.spend ?? 0) || compare(a.source, b.source));
}

function rowOf(source: string | null, cohort: Cohort): SourceRow {
  const leads = cohort.leads.filter((lead) => lead.source === source);
  const count = (matches: (lead: LeadFact) => boolean) => leads.filter(matches).length;
  return {
    source,
    leads: leads.length,
    open: count(isOpenLead),
    qualified: count(isQualified),
    rejected: count(isRejected),
    won: count(({ state }) => state === 'won'),
    spend: spentIn(cohort, (spend) => spend.source === source),
  };
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '').localeCompare(b ?? '', 'en');
}
