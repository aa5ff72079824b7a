import type { LeadId } from '../../domain/lead/lead.ts';
import { refuse } from '../../domain/refusals.ts';
import { isPerson, type PersonId } from '../../domain/team/actor.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { type ShownForm, withExamples } from '../../domain/web-form/examples.ts';
import { fillIn, type ReadAnswer } from '../../domain/web-form/fill-in.ts';
import {
  type Meanings,
  meaningIn,
  openQuestions,
  type WebForm,
  type WebFormId,
} from '../../domain/web-form/web-form.ts';
import { assertMayKeepForms } from '../../domain/web-form/web-form-rules.ts';
import { findLeads, lockLead } from '../../store/lead/lead.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import { listLeadsOfForm, lockWebForm, updateWebForm } from '../../store/web-form/web-form.ts';
import type { Context } from '../context.ts';
import { tellChange } from '../lead/change-leads.ts';
import { perform, type Work } from '../work.ts';
import { recordDeed } from './record-deed.ts';
import { endUnclear } from './tell-unclear.ts';

/** The latest of a form are filled in while somebody waits; older ones are past helping by then. */
const MOST_FILLED = 200;

/** For who may say what its questions mean. */
export function prepareMeanings(
  ctx: Context,
  { person, id }: { person: PersonId; id: WebFormId },
): Promise<WebForm> {
  return perform(ctx, person, async (work) => loadForm(work, person, id));
}

/** The questions are of the latest submission; an older one tells where that one went into another lead, or was removed. */
const MOST_LOOKED_AT = 20;

/** The same, with what was answered to its questions last, as far as this person may see it. */
export function prepareQuestions(
  ctx: Context,
  { person, id }: { person: PersonId; id: WebFormId },
): Promise<ShownForm> {
  return perform(ctx, person, async (work) => {
    const form = await loadForm(work, person, id);
    const leads = await findLeads(work.tx, await listLeadsOfForm(work.tx, id, MOST_LOOKED_AT));
    return withExamples(
      form,
      leads.map((lead) => leadFor(person, lead, work.settings)),
    );
  });
}

interface Kept {
  person: PersonId;
  id: WebFormId;
  /** Of the questions that were shown. */
  meanings: Meanings;
  read: ReadAnswer;
}

/** From now on, and for the leads that the form has brought already. Returns how many of those know more now. */
export function keepMeanings(ctx: Context, { person, id, meanings, read }: Kept): Promise<number> {
  return perform(ctx, person, async (work) => {
    const form = await loadForm(work, person, id);
    await work.keepGesture();
    const all = { ...form.meanings, ...meanings };
    await updateWebForm(work.tx, id, { meanings: all });
    await recordMeanings(work, form, meanings);
    if (openQuestions({ ...form, meanings: all }).length === 0) await endUnclear(work, id);
    let filled = 0;
    for (const leadId of await listLeadsOfForm(work.tx, id, MOST_FILLED))
      if (await fillLead(work, leadId, { meanings: all, read })) filled += 1;
    return filled;
  });
}

/** Those that mean something else from now on. */
async function recordMeanings(work: Work, form: WebForm, told: Meanings): Promise<void> {
  const was = new Map(form.questions.map((question) => [question.label, meaningIn(form, question)]));
  const changed = Object.entries(told).filter(([label, meaning]) => was.get(label) !== meaning);
  if (changed.length === 0) return;
  const before = Object.fromEntries(changed.map(([label]) => [label, was.get(label) ?? null]));
  await recordDeed(work, form, {
    did: 'questions',
    before: { meanings: before },
    after: { meanings: Object.fromEntries(changed) },
  });
}

async function loadForm({ tx, settings }: Work, person: PersonId, id: WebFormId): Promise<WebForm> {
  assertMayKeepForms(settings, person);
  const form = await lockWebForm(tx, id);
  if (form?.removedAt !== null) throw refuse('web_form_not_found');
  return form;
}

async function fillLead(
  work: Work,
  id: LeadId,
  understood: { meanings: Meanings; read: ReadAnswer },
): Promise<boolean> {
  const lead = await lockLead(work.tx, id);
  if (lead?.mergedInto !== null || !isPerson(work.by)) return false;
  const asked = { ...understood, by: work.by, now: work.now };
  if (!fillIn(lead, { ...asked, mended: new Set() })) return false;
  const events = await listLeadEvents(work.tx, id);
  const mended = new Set(events.flatMap((event) => (event.kind === 'mended' ? event.data.fields : [])));
  const move = fillIn(lead, { ...asked, mended });
  if (move) await tellChange(work, lead, move);
  return move !== null;
}
