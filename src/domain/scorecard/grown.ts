/** What became of the leads of a week that is old enough to be judged: of those of last Monday next to none can be won yet. */
import type { Week } from '../time/week.ts';
import { type Cohort, isOpenLead, isQualified } from './cohort.ts';
import type { Figure } from './figure.ts';
import { measure } from './measures.ts';

/** Weeks before the one that is told. */
export const GROWN_AFTER = 4;

export interface GrownWeek {
  week: Week;
  leads: number;
  qualified: number;
  won: number;
  /** Without a verdict, or qualified and neither won nor lost: what may still become of it. */
  open: number;
  costPerWon: Figure;
}

/** Null: no lead arrived in that week. */
export function grownWeek(cohort: Cohort | undefined): GrownWeek | null {
  if (!cohort || cohort.leads.length === 0) return null;
  const { week, leads } = cohort;
  return {
    week,
    leads: leads.length,
    qualified: leads.filter(isQualified).length,
    won: leads.filter(({ state }) => state === 'won').length,
    open: leads.filter((lead) => isOpenLead(lead) || lead.state === 'qualified').length,
    costPerWon: measure('costPerWon', [cohort]),
  };
}
