import type { MetricId } from '../../../domain/scorecard/metrics.ts';

/** Each number's name, and its formula in words. */
export const METRIC_WORDS: Record<MetricId, { name: string; formula: string }> = {
  leads: {
    name: 'Leads',
    formula: 'leads that arrived in the week, without tests, spam and duplicates',
  },
  qualified: {
    name: 'Qualified',
    formula: 'leads of the week that were qualified so far, whatever became of the deal',
  },
  qualifiedRate: {
    name: 'Qualified of leads',
    formula: 'qualified ÷ leads of the week',
  },
  acceptedRate: {
    name: 'Accepted of judged',
    formula: 'qualified ÷ leads of the week with a verdict (qualified or rejected)',
  },
  won: {
    name: 'Won',
    formula: 'leads of the week that were won so far',
  },
  costPerLead: {
    name: 'Cost per lead',
    formula: 'spend of both sides in the week ÷ leads',
  },
  costPerQualified: {
    name: 'Cost per qualified',
    formula: 'spend of both sides in the week ÷ qualified',
  },
  costPerWon: {
    name: 'Cost per won',
    formula: 'spend of both sides in the week ÷ won',
  },
  marketingCostPerLead: {
    name: 'Marketing’s cost per lead',
    formula: 'marketing’s spend in the week ÷ leads',
  },
  salesCostPerWon: {
    name: 'Sales’ cost per won',
    formula: 'sales’ cost in the week ÷ won',
  },
  claimedInTime: {
    name: 'Claimed in time',
    formula: 'claimed within the promise ÷ leads whose claim is done or overdue',
  },
  contactedInTime: {
    name: 'First contact in time',
    formula: 'contacted within the promise ÷ claimed leads whose first contact is done or overdue',
  },
  verdictInTime: {
    name: 'Verdict in time',
    formula: 'verdict within the promise ÷ claimed leads whose verdict is given or overdue',
  },
  claimTime: {
    name: 'Time to claim, working',
    formula: 'working minutes from the card to the claim, of the leads that were claimed',
  },
  claimWallTime: {
    name: 'Time to claim, on the wall clock',
    formula: 'minutes from the card to the claim, nights and weekends included',
  },
  contactTime: {
    name: 'Time to first contact, working',
    formula: 'working minutes from the claim to the first contact, of the leads that were contacted',
  },
  contactWallTime: {
    name: 'Time to first contact, on the wall clock',
    formula: 'minutes from the claim to the first contact, nights and weekends included',
  },
  untouched: {
    name: 'Nobody touched',
    formula: 'leads of the week that nobody has claimed although the promise is past',
  },
};
