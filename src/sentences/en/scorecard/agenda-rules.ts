import { AGENDA_LIMITS, type AgendaRuleId } from '../../../domain/scorecard/agenda-rules.ts';

const { inTime, other, oneReason, fall } = AGENDA_LIMITS;
const percent = (share: number) => `${Math.round(100 * share)} %`;

/** When each rule puts something on the agenda. */
export const AGENDA_RULE_WORDS: Record<AgendaRuleId, string> = {
  money_without_leads:
    'money was spent on a source in the week, and no lead of it arrived; the largest amount is named, the others are counted',
  no_source: 'a lead of the week names no source',
  unclaimed: 'a lead of the week waits to be claimed although the promise is past',
  contact_late: `fewer than ${percent(inTime)} of the first contacts of the week’s leads were in time`,
  other_reason: `more than ${percent(other)} of the rejected leads have “other” as their reason`,
  one_reason: `one reason stands for at least ${oneReason.leads} and ${percent(oneReason.share)} of the rejected leads`,
  worst_movement: `a number is worse than its average of the weeks before by ${percent(fall)} or more, and neither is of fewer than 10; the worst one is named`,
  no_spend: 'leads arrived, and no spend is recorded for the week',
  silent_source:
    'a source had fallen silent by the end of the week; the longest silent one is named, the others are counted',
  rejects_unanswered:
    'rejects of a campaign were not answered in time by the end of the week; those of the most leads are named, the others are counted',
};
