import { type Cohort, cohortOf } from '../../domain/scorecard/cohort.ts';
import { weekAt, weekRange } from '../../domain/time/week.ts';
import { findLeadFacts, findReasonFacts } from '../../store/scorecard/scorecard.ts';
import type { HomeScene } from './scene.ts';

/** The leads that arrived this week, as the scorecard counts them: spam, tests and duplicates left out. */
export async function weekFacts({ tx, settings, now }: HomeScene): Promise<Cohort> {
  const week = weekAt(now, settings.timezone);
  const { start, end } = weekRange(week, settings.timezone);
  const leads = await findLeadFacts(tx, start, end);
  const reasons = await findReasonFacts(tx);
  return cohortOf(week, { leads, reasons, spend: [], firstArrival: null, settings, now });
}
