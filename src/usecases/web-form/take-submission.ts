import type { LeadId } from '../../domain/lead/lead.ts';
import { matchKeys } from '../../domain/lead/match-keys.ts';
import { isSamePerson, isVisiblyAnother } from '../../domain/source/same-lead.ts';
import { MINUTE } from '../../domain/time/duration.ts';
import {
  type Question,
  SENT_TWICE_WITHIN_MINUTES,
  type WebForm,
  type WebFormId,
} from '../../domain/web-form/web-form.ts';
import { findDelivered } from '../../store/lead/delivered.ts';
import {
  findBodyHash,
  findSameSubmission,
  findWebFormByKey,
  lockWebForm,
  upsertSubmission,
} from '../../store/web-form/web-form.ts';
import type { Context } from '../context.ts';
import { type LeadInput, type ReceivedLead, receiveIn } from '../lead/receive-leads.ts';
import { perform, type Work } from '../work.ts';
import { updateQuestions } from './update-questions.ts';

/** Null: no form has this key, or it was removed. */
export async function findWebForm(ctx: Context, keyHash: string): Promise<WebForm | null> {
  const form = await ctx.db.transaction((tx) => findWebFormByKey(tx, keyHash));
  return form?.removedAt === null ? form : null;
}

export interface Submission {
  formId: WebFormId;
  lead: LeadInput;
  /** What it is called where it bears no id, or one that it shares with others. */
  ownId: string;
  questions: readonly Question[];
  bodyHash: string;
  /** Its signature names no time, so that anybody who saw it could send it again: the very same is taken once for ever. */
  isOnce?: boolean;
}

/** Takes in what a form has sent. The same within minutes, or under the same id of its own, is the lead that it was. */
export function takeSubmission(ctx: Context, submission: Submission): Promise<ReceivedLead> {
  return perform(ctx, 'api', async (work) => {
    const form = await lockWebForm(work.tx, submission.formId);
    const since = submission.isOnce ? 0 : work.now - SENT_TWICE_WITHIN_MINUTES * MINUTE;
    const same = await findSameSubmission(work.tx, submission, since);
    if (same) return { id: same, duplicate: true };
    const [received] = await receiveIn(work, [await namedApart(work, submission)], { post: 'all' });
    if (!received) throw new Error('A lead was taken without an answer');
    await keep(work, submission, received.id);
    if (form) await updateQuestions(work, form, submission);
    return received;
  });
}

/**
 * An id that a form gives to everybody, such as the page’s, is none: whoever is visibly somebody else, or says something else and cannot be
 * compared, is a lead of their own. One too many is seen and merged; one too few is lost.
 */
async function namedApart(work: Work, { lead, ownId, ...sent }: Submission): Promise<LeadInput> {
  const { externalId } = lead;
  if (!externalId) return { ...lead, externalId: ownId };
  const { email = null, phone = null, region = null, fields = {} } = lead;
  const keys = matchKeys({ email, phone, region, fields }, work.settings);
  const known = await findDelivered(work.tx, [externalId]);
  for (const each of known) {
    const before = { email: each.emailKey, phone: each.phoneKey };
    const isSame =
      isSamePerson(keys, before) ||
      (!isVisiblyAnother(keys, before) && !(await saysElse(work, sent, each.id)));
    if (!isSame) return { ...lead, externalId: ownId };
  }
  return lead;
}

/** Of a lead that came by this form. */
async function saysElse(
  { tx }: Work,
  { formId, bodyHash }: Pick<Submission, 'formId' | 'bodyHash'>,
  leadId: LeadId,
): Promise<boolean> {
  const before = await findBodyHash(tx, formId, leadId);
  return before !== null && before !== bodyHash;
}

async function keep({ tx, now }: Work, { formId, bodyHash }: Submission, leadId: LeadId): Promise<void> {
  await upsertSubmission(tx, { formId, bodyHash, leadId, at: now });
}
