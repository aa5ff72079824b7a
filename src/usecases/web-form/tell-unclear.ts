import { troubleNotice } from '../../domain/announcements/team.ts';
import { living } from '../../domain/team/person.ts';
import { openQuestions, type WebForm, type WebFormId } from '../../domain/web-form/web-form.ts';
import { clearTrouble, recordTrouble } from '../../store/outbox/trouble.ts';
import { updateWebForm } from '../../store/web-form/web-form.ts';
import type { LeadInput } from '../lead/receive-leads.ts';
import type { Work } from '../work.ts';

/** Once a form: the first marketer hears that its leads lack what a marketer could say. Where nobody speaks for marketing, a manager does. */
export async function tellUnclear(work: Work, form: WebForm, lead: LeadInput): Promise<void> {
  const questions = openQuestions(form).length;
  if (form.toldAt !== null || questions === 0 || !lacksWho(lead)) return;
  await updateWebForm(work.tx, form.id, { toldAt: work.now });
  const subject = unclearSubject(form.id);
  const facts = { code: 'web_form_unclear', form: form.name, questions } as const;
  await recordTrouble(work.tx, { subject, code: facts.code, facts, since: work.now, probeAt: work.now });
  const { marketers, managers } = work.settings;
  const [told] = [...living(marketers, work.settings), ...living(managers, work.settings)];
  if (told) await work.announce(troubleNotice(subject, work.now, told));
}

/** Somebody has said what they mean, or the form is gone. */
export function endUnclear({ tx }: Work, id: WebFormId): Promise<void> {
  return clearTrouble(tx, unclearSubject(id));
}

function lacksWho({ name, email, phone }: LeadInput): boolean {
  return !name || (!email && !phone);
}

function unclearSubject(id: WebFormId): string {
  return `form:${id}`;
}
