import { type Cohort, isRejected, type LeadFact, type ReasonFact } from './cohort.ts';

/** How many leads of the week were rejected for a reason, and from which campaigns they came. */
export interface Rejection {
  reason: string;
  label: string;
  leads: number;
  /** The largest first; null for leads without a campaign. */
  campaigns: { campaign: string | null; leads: number }[];
}

export function whyRejected(cohort: Cohort, reasons: readonly ReasonFact[]): Rejection[] {
  const rejected = cohort.leads.filter(isRejected);
  const labels = new Map(reasons.map(({ code, label }) => [code, label]));
  return counted(rejected, (lead) => lead.reason ?? 'unknown').map(([reason, leads]) => ({
    reason,
    label: labels.get(reason) ?? reason,
    leads: leads.length,
    campaigns: counted(leads, (lead) => lead.campaign).map(([campaign, those]) => ({
      campaign,
      leads: those.length,
    })),
  }));
}

function counted<K>(leads: readonly LeadFact[], key: (lead: LeadFact) => K): [K, LeadFact[]][] {
  return [...Map.groupBy(leads, key)].sort(([, a], [, b]) => b.length - a.length);
}
