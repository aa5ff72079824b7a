import type { VendorDoor } from '../../../domain/delivery/door.ts';
import { vendorFormKey } from '../../../domain/web-form/web-form.ts';
import { cleanLine } from '../../../reading/text.ts';
import { clip } from '../../../sentences/clip.ts';
import type { Context } from '../../../usecases/context.ts';
import { viewSettings } from '../../../usecases/team/load-settings.ts';
import { findMeanings, type VendorSubmission } from '../../../usecases/web-form/vendor-forms.ts';
import { givenOf, questionsOf, understood } from '../../web-forms/questions.ts';
import type { Reading } from '../vendor.ts';
import type { ToldSubmission } from './form-submission.ts';
import { leadOf } from './lead-of.ts';

/** What vendors' forms have sent → leads, by what marketers have said of the questions of each form. */
export async function readVendorForms(
  ctx: Context,
  { door, told: sent }: { door: VendorDoor; told: readonly ToldSubmission[] },
  reading: Reading,
): Promise<VendorSubmission[]> {
  const told = sent.map(({ form, submission }) => ({ form: cleanForm(form), submission }));
  const keys = told.map(({ form }) => vendorFormKey(door, form.id));
  if (told.length === 0) return [];
  const meanings = await findMeanings(ctx, keys);
  const { timezone } = await viewSettings(ctx);
  return told.map(({ form, submission }, index) => {
    const given = givenOf(submission.answers);
    const said = meanings.get(keys[index] ?? '') ?? {};
    const lead = leadOf({ ...submission, answers: understood(given, said) }, { ...reading, timezone });
    return { form: { ...form, door }, lead, questions: questionsOf(given) };
  });
}

const LONGEST_ID = 200;
const LONGEST_NAME = 200;

/** Whatever a vendor calls its form: a database takes no text with a NUL in it, and nobody reads a page of name. */
function cleanForm({ id, name }: ToldSubmission['form']): ToldSubmission['form'] {
  return {
    id: clip(withoutNul(id), LONGEST_ID),
    name: name === null ? null : clip(withoutNul(name), LONGEST_NAME),
  };
}

function withoutNul(text: string): string {
  return cleanLine(text.replaceAll('\0', ''));
}
