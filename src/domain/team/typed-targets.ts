import type { FieldProblem } from '../../errors.ts';
import type { PromiseName, PromiseTargets } from '../promise.ts';
import { fieldProblem, refuseFields } from '../refusals.ts';
import type { CalendarSettings } from '../time/calendar.ts';
import { lacksUnit, readWorkingTime } from '../time/read-working-time.ts';
import { PROMISE_FIELDS, promiseField, targetProblems } from './change-settings.ts';

/** The targets as a manager has typed them, by field. "15" may be minutes, hours or days: it is asked, as all that is wrong, at once. */
export function typedTargets(
  typed: (field: string) => string | null,
  calendar: CalendarSettings,
): PromiseTargets {
  const problems = PROMISE_FIELDS.flatMap(({ field }) => problemsOf(field, typed(field) ?? '', calendar));
  if (problems.length > 0) throw refuseFields(problems);
  const minutes = (name: PromiseName, priority: 'hot' | 'standard') =>
    readWorkingTime(typed(promiseField(name, priority)) ?? '', calendar);
  const both = (name: PromiseName) => ({ hot: minutes(name, 'hot'), standard: minutes(name, 'standard') });
  return { claim: both('claim'), contact: both('contact'), verdict: both('verdict') };
}

function problemsOf(field: string, text: string, calendar: CalendarSettings): FieldProblem[] {
  if (lacksUnit(text)) return [fieldProblem(field, 'target_unit_needed', { amount: text.trim() })];
  return targetProblems(field, readWorkingTime(text, calendar), calendar);
}
