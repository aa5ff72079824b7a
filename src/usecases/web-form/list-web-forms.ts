import type { PersonId } from '../../domain/team/actor.ts';
import { openQuestions, type WebForm } from '../../domain/web-form/web-form.ts';
import { assertMayKeepForms } from '../../domain/web-form/web-form-rules.ts';
import { namesOf } from '../../store/source/name-book.ts';
import { countSubmissions, listWebForms as listRows } from '../../store/web-form/web-form.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

export interface ListedForm extends WebForm {
  /** As its source is called now. */
  sourceName: string;
  leads: number;
  lastAt: number | null;
  /** How many questions nobody has understood. */
  open: number;
}

/** Null: on the command line, where nobody is asked who they are. */
export function listWebForms(ctx: Context, person: PersonId | null): Promise<ListedForm[]> {
  return perform(ctx, person ?? 'tango', async ({ tx, settings }) => {
    if (person !== null) assertMayKeepForms(settings, person);
    const forms = await listRows(tx);
    const counts = await countSubmissions(tx);
    const names = await namesOf(
      tx,
      forms.map(({ source }) => ({ source, campaign: null })),
    );
    return forms.map((form) => {
      const { leads = 0, lastAt = null } = counts.get(form.id) ?? {};
      const sourceName = names.source(form.source) ?? form.source;
      return { ...form, sourceName, leads, lastAt, open: openQuestions(form).length };
    });
  });
}
