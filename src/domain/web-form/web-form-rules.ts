/** Who may keep the forms, and what one may be called. */
import { fieldProblem, refuse, refuseFields } from '../refusals.ts';
import { nameKey, tidyName } from '../source/fold.ts';
import type { PersonId } from '../team/actor.ts';
import { isManager, isMarketer, type Settings } from '../team/settings.ts';
import { LONGEST_NAME, type WebForm } from './web-form.ts';

const LONGEST_SOURCE = 200;

/** Marketing's work, and the managers’. */
export function assertMayKeepForms(
  settings: Pick<Settings, 'managers' | 'marketers'>,
  person: PersonId,
): void {
  if (isMarketer(settings, person) || isManager(settings, person)) return;
  throw refuse('web_forms_not_yours', { people: [...settings.marketers, ...settings.managers].slice(0, 5) });
}

interface Named {
  name: string;
  source: string;
}

/** As it is kept. Two forms of one name could not be told apart. */
export function nameForm({ name, source }: Named, others: readonly Pick<WebForm, 'name'>[]): Named {
  const named = { name: tidyName(name), source: tidyName(source) };
  const isTaken = others.some((other) => nameKey(other.name) === nameKey(named.name));
  const problems = [
    ...(isFit(named.name, LONGEST_NAME)
      ? []
      : [fieldProblem('name', 'web_form_name_length', { most: LONGEST_NAME })]),
    ...(isTaken ? [fieldProblem('name', 'web_form_name_taken', { name: named.name })] : []),
    ...(isFit(named.source, LONGEST_SOURCE)
      ? []
      : [fieldProblem('source', 'web_form_source_length', { most: LONGEST_SOURCE })]),
  ];
  if (problems.length > 0) throw refuseFields(problems);
  return named;
}

function isFit(text: string, most: number): boolean {
  return text.length > 0 && text.length <= most;
}
