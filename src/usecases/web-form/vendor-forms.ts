/** Forms that come by a vendor's webhook: known by the vendor's own id, from the first submission on. */
import type { VendorDoor } from '../../domain/delivery/door.ts';
import {
  LONGEST_NAME,
  type Meanings,
  type Question,
  vendorFormKey,
  type WebForm,
  type WebFormId,
} from '../../domain/web-form/web-form.ts';
import {
  findMeaningsByKey,
  insertVendorForm,
  lockWebFormByKey,
  updateWebForm,
  upsertSubmission,
} from '../../store/web-form/web-form.ts';
import type { Context } from '../context.ts';
import type { LeadInput, ReceivedLead } from '../lead/receive-leads.ts';
import type { Work } from '../work.ts';
import { hashOf } from './form-key.ts';
import { updateQuestions } from './update-questions.ts';

export interface VendorSubmission {
  form: {
    door: VendorDoor;
    id: string;
    name: string | null;
    /** Where the people of one form are from different ones; left out: it is its leads’. */
    source?: string;
  };
  lead: LeadInput;
  questions: readonly Question[];
}

/** What marketers have said of the questions of each form, by its key. */
export function findMeanings(ctx: Context, keys: readonly string[]): Promise<Map<string, Meanings>> {
  return ctx.db.transaction((tx) => findMeaningsByKey(tx, keys));
}

export async function findFormMeanings(ctx: Context, key: string): Promise<Meanings> {
  return (await findMeanings(ctx, [key])).get(key) ?? {};
}

/**
 * One for each submission, until the end of the transaction nobody else's; one that has sent nothing before is made. In one order, so that
 * two deliveries do not wait for each other.
 */
export async function lockVendorForms(work: Work, told: readonly VendorSubmission[]): Promise<WebForm[]> {
  const byKey = new Map(told.map((each) => [keyOf(each), each]));
  const locked = new Map<string, WebForm>();
  for (const key of [...byKey.keys()].sort()) {
    const first = byKey.get(key);
    if (first) locked.set(key, await findOrMake(work, key, first));
  }
  return told.flatMap((each) => locked.get(keyOf(each)) ?? []);
}

function keyOf({ form }: VendorSubmission): string {
  return vendorFormKey(form.door, form.id);
}

async function findOrMake(work: Work, keyHash: string, { form, lead }: VendorSubmission): Promise<WebForm> {
  const made: WebForm = {
    ...{ id: work.newId('web_form') as WebFormId, door: form.door, name: nameOf(form) },
    ...{
      source: sourceOf({ form, lead }) ?? form.door,
      createdBy: work.by,
      createdAt: work.now,
      removedAt: null,
    },
    ...{ signing: null, toldAt: null, questions: [], meanings: {} },
  };
  await insertVendorForm(work.tx, made, keyHash);
  return (await lockWebFormByKey(work.tx, keyHash)) ?? made;
}

function sourceOf({ form, lead }: Pick<VendorSubmission, 'form' | 'lead'>): string | null | undefined {
  return form.source ?? lead.source;
}

function nameOf({ name, id }: VendorSubmission['form']): string {
  return [...(name?.trim() || id)].slice(0, LONGEST_NAME).join('');
}

interface Received {
  told: readonly VendorSubmission[];
  /** In the same order, and perhaps more behind them; null: nobody who is here. */
  received: readonly (ReceivedLead | null)[];
}

/** Which lead came by which form, and what it was asked; a delivery that comes again is no news. */
export async function recordVendorForms(
  work: Work,
  forms: readonly WebForm[],
  { told, received }: Received,
): Promise<void> {
  for (const [index, { form: named, lead, questions }] of told.entries()) {
    const [form, taken] = [forms[index], received[index]];
    if (!form || !taken || taken.duplicate) continue;
    const name = nameOf(named);
    const source = sourceOf({ form: named, lead }) ?? form.source;
    if (name !== form.name || source !== form.source) await updateWebForm(work.tx, form.id, { name, source });
    await upsertSubmission(work.tx, {
      ...{ formId: form.id, leadId: taken.id, at: work.now },
      bodyHash: hashOf(JSON.stringify([lead.externalId, lead.fields])),
    });
    await updateQuestions(work, { ...form, name, source }, { questions, lead });
  }
}
