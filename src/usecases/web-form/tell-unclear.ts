import { troubleNotice } from '../../domain/announcements/team.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { living } from '../../domain/team/person.ts';
import { DAY } from '../../domain/time/duration.ts';
import {
  openQuestions,
  type Question,
  unclearSubject,
  type WebForm,
  type WebFormId,
} from '../../domain/web-form/web-form.ts';
import { clearTrouble, recordTrouble, updateFacts } from '../../store/outbox/trouble.ts';
import { namesOf } from '../../store/source/name-book.ts';
import { findSource } from '../../store/source/source.ts';
import { updateWebForm } from '../../store/web-form/web-form.ts';
import type { LeadInput } from '../lead/receive-leads.ts';
import type { Work } from '../work.ts';

/** Of a form that changes each day nobody wants to hear each day. */
const TOLD_AGAIN_AFTER = 7 * DAY;

interface Sent {
  /** What it asked the time before. */
  before: readonly Question[];
  lead: LeadInput;
}

/** Whose form it is hears once what nobody understands of it, and later of what it asks newly. */
export async function tellUnclear(work: Work, form: WebForm, { before, lead }: Sent): Promise<void> {
  const open = openQuestions(form);
  if (open.length === 0 || !isNews(work, { ...form, open, before })) return;
  await updateWebForm(work.tx, form.id, { toldAt: work.now });
  const subject = unclearSubject(form.id);
  const facts = {
    ...({ code: 'web_form_unclear', form: form.name, questions: open.length } as const),
    ...{ labels: open.slice(0, 3).map(({ label }) => label), lacksWho: lacksWho(lead) },
  };
  const trouble = { subject, code: facts.code, facts, since: work.now, probeAt: work.now };
  if (!(await recordTrouble(work.tx, trouble))) await updateFacts(work.tx, subject, facts);
  const told = await whoseForm(work, form);
  if (told) await work.announce(troubleNotice(subject, work.now, told));
}

interface Heard extends Pick<WebForm, 'toldAt'> {
  open: readonly Question[];
  before: readonly Question[];
}

function isNews({ now }: Work, { toldAt, open, before }: Heard): boolean {
  if (toldAt === null) return true;
  const known = new Set(before.map(({ label }) => label));
  return now - toldAt >= TOLD_AGAIN_AFTER && open.some(({ label }) => !known.has(label));
}

/** Who made it, or owns its source; else the first marketer, and where nobody speaks for marketing a manager. */
async function whoseForm({ tx, settings }: Work, { createdBy, source }: WebForm): Promise<PersonId | null> {
  const { marketers, managers } = settings;
  const able = living([...marketers, ...managers], settings);
  const names = await namesOf(tx, [{ source, campaign: null }]);
  const id = names.sourceId(source);
  const owner = id === null ? null : (await findSource(tx, id))?.owner;
  return (
    able.find((person) => person === createdBy) ?? able.find((person) => person === owner) ?? able[0] ?? null
  );
}

/** Somebody has said what they mean, or the form is gone. */
export function endUnclear({ tx }: Work, id: WebFormId): Promise<void> {
  return clearTrouble(tx, unclearSubject(id));
}

function lacksWho({ name, email, phone }: LeadInput): boolean {
  return !name || (!email && !phone);
}
