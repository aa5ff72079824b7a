import { type Question, questionsAfter, type WebForm } from '../../domain/web-form/web-form.ts';
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
  { questions: sent, lead }: Asked,
): Promise<void> {
  const questions = questionsAfter(form, sent);
  if (JSON.stringify(questions) !== JSON.stringify(form.questions))
    await updateWebForm(work.tx, form.id, { questions });
  await tellUnclear(work, { ...form, questions }, { before: form.questions, lead });
}
