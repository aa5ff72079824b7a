/** What was answered last to each question of a form, so that whoever is asked what it means can tell. */
import type { Lead } from '../lead/lead.ts';
import type { WebForm } from './web-form.ts';

export interface ShownForm extends WebForm {
  /** By question; one that is not among them was answered with nothing, or is read as a field of the lead. */
  examples: ReadonlyMap<string, string>;
}

/** Of its leads, the latest first. */
export function withExamples(form: WebForm, leads: readonly Pick<Lead, 'fields'>[]): ShownForm {
  const examples = form.questions.flatMap(({ label }) => {
    const [latest] = leads.flatMap(({ fields }) => answerIn(fields, label));
    return latest === undefined ? [] : [[label, latest] as const];
  });
  return { ...form, examples: new Map(examples) };
}

function answerIn(fields: Lead['fields'], label: string): string[] {
  const answer = Object.hasOwn(fields, label) ? (fields[label]?.trim() ?? '') : '';
  return answer === '' ? [] : [answer];
}
