import type { MetricId } from '../../../domain/scorecard/metrics.ts';

/** Each number's name, and its formula in words. */
export const METRIC_WORDS: Record<MetricId, { name: string; formula: string }> = {
  leads: {
    name: 'Leads',
    formula: 'leads that arrived in the week, without tests, spam and duplicates',
  },
  qualified: {
    name: 'Qualified so far',
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
  rejected: {
    name: 'Rejected',
    formula: 'leads of the week that are rejected now, resting and returned ones among them',
  },
  resting: {
    name: 'Resting',
    formula: 'leads of the week that said no for now and come back on a day',
  },
  won: {
    name: 'Won',
    formula: 'leads of the week that were won so far',
  },
  lost: {
    name: 'Lost',
    formula: 'leads of the week whose deal was lost so far',
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
  marketingCostPerQualified: {
    name: 'Marketing’s cost per qualified',
    formula: 'marketing’s spend in the week ÷ qualified',
  },
  marketingCostPerWon: {
    name: 'Marketing’s cost per won',
    formula: 'marketing’s spend in the week ÷ won',
  },
  salesCostPerLead: {
    name: 'Sales’ cost per lead',
    formula: 'sales’ cost in the week ÷ leads',
  },
  salesCostPerQualified: {
    name: 'Sales’ cost per qualified',
    formula: 'sales’ cost in the week ÷ qualified',
  },
  salesCostPerWon: {
    name: 'Sales’ cost per won',
    formula: 'sales’ cost in the week ÷ won',
  },
  return: {
    name: 'Return',
    formula:
      'value of the leads of the week that were won so far, in the team’s currency ÷ spend of both sides in the week',
  },
  claimedInTime: {
    name: 'Claimed in time',
    formula: 'claims kept ÷ claims kept or broken; a broken one stays so, whoever has the lead now',
  },
  contactedInTime: {
    name: 'First contact in time',
    formula: 'first contacts kept ÷ first contacts kept or broken',
  },
  verdictInTime: {
    name: 'Verdict in time',
    formula: 'verdicts kept ÷ verdicts kept or broken',
  },
  followedUp: {
    name: 'Followed up',
    formula: 'contacted ÷ leads of the week that came with a card or were promised anything',
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
  waitTime: {
    name: 'The customer’s wait, working',
    formula:
      'working minutes of the team from the arrival to the first contact, whoever had the lead meanwhile',
  },
  waitWallTime: {
    name: 'The customer’s wait',
    formula: 'minutes from the arrival to the first contact, nights and weekends included',
  },
  answeredIn5Minutes: {
    name: 'Answered within 5 minutes',
    formula:
      'first contact within 5 minutes of the arrival ÷ leads that were contacted or have waited longer',
  },
  answeredInHour: {
    name: 'Answered within an hour',
    formula: 'first contact within an hour of the arrival ÷ leads that were contacted or have waited longer',
  },
  answeredInDay: {
    name: 'Answered within a day',
    formula: 'first contact within 24 hours of the arrival ÷ leads that were contacted or have waited longer',
  },
  unanswered: {
    name: 'Not contacted so far',
    formula: 'leads of the week that nobody has contacted, be it that they were judged without',
  },
  untouched: {
    name: 'Nobody touched',
    formula: 'leads of the week that nobody has claimed although the promise is past',
  },
  spent: {
    name: 'Spent',
    formula: 'what both sides spent on the days of the week; amounts of several days are spread over them',
  },
  marketingSpent: {
    name: 'Spent by marketing',
    formula: 'what marketing spent on the days of the week',
  },
  salesSpent: {
    name: 'Spent by sales',
    formula: 'what sales spent on the days of the week',
  },
  bookedWon: {
    name: 'Won in the week',
    formula: 'deals that were won in the week, whenever their leads arrived',
  },
  bookedValue: {
    name: 'Worth',
    formula: 'value of the deals that were won in the week, in the team’s currency',
  },
};
