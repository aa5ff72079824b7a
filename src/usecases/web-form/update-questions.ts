import { MOST_QUESTIONS, type Question, type WebForm } from '../../domain/web-form/web-form.ts';
import { updateWebForm } from '../../store/web-form/web-form.ts';
import type { LeadInput } from '../lead/receive-leads.ts';
import type { Work } from '../work.ts';
import { tellUnclear } from './tell-unclear.ts';

interface Asked {
  questions: readonly Question[];
  lead: LeadInput;
}

/** What a form has asked last, and a word to marketing where nobody understands it. */
export async function updateQuestions(
  work: Work,
  form: WebForm,
  { questions: all, lead }: Asked,
): Promise<void> {
  const questions = all.slice(0, MOST_QUESTIONS);
  if (JSON.stringify(questions) !== JSON.stringify(form.questions))
    await updateWebForm(work.tx, form.id, { questions });
  await tellUnclear(work, { ...form, questions }, { before: form.questions, lead });
}
