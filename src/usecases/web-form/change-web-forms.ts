/** Forms are made, given another address, and removed. On the command line nobody is asked who they are. */
import { refuse } from '../../domain/refusals.ts';
import { nameKey } from '../../domain/source/fold.ts';
import { type Actor, isPerson } from '../../domain/team/actor.ts';
import type { WebForm, WebFormId } from '../../domain/web-form/web-form.ts';
import { assertMayKeepForms, nameForm } from '../../domain/web-form/web-form-rules.ts';
import { insertWebForm, listWebForms, lockWebForm, updateWebForm } from '../../store/web-form/web-form.ts';
import type { Context } from '../context.ts';
import { resolveSources } from '../source/resolve-origins.ts';
import { perform, type Work } from '../work.ts';
import { endUnclear } from './tell-unclear.ts';

interface NewWebForm {
  name: string;
  source: string;
  keyHash: string;
}

/** The source is found by any spelling; what nobody knows is created. */
export function addWebForm(ctx: Context, by: Actor, { keyHash, ...told }: NewWebForm): Promise<WebForm> {
  return perform(ctx, by, async (work) => {
    assertMay(work);
    const { name, source } = nameForm(told, await listWebForms(work.tx));
    const [origin] = await resolveSources(work, [source]);
    const form: WebForm = {
      ...{ id: work.newId('web_form') as WebFormId, name, source: origin?.text ?? source },
      ...{ createdBy: by, createdAt: work.now, removedAt: null, toldAt: null },
      ...{ questions: [], meanings: {} },
    };
    await work.keepGesture();
    await insertWebForm(work.tx, form, keyHash);
    return form;
  });
}

/** From now on the old address is nobody’s. */
export function renewKey(
  ctx: Context,
  by: Actor,
  { id, keyHash }: { id: WebFormId; keyHash: string },
): Promise<WebForm> {
  return change(ctx, by, id, ({ tx }) => updateWebForm(tx, id, { keyHash }));
}

/** Its leads stay. */
export function removeWebForm(ctx: Context, by: Actor, id: WebFormId): Promise<WebForm> {
  return change(ctx, by, id, async (work) => {
    await updateWebForm(work.tx, id, { removedAt: work.now });
    await endUnclear(work, id);
  });
}

/** By its id or its name. */
export async function findFormNamed(ctx: Context, text: string): Promise<WebForm> {
  const all = await ctx.db.transaction(listWebForms);
  const found = all.find(({ id, name }) => id === text || nameKey(name) === nameKey(text));
  if (!found) throw refuse('web_form_not_found');
  return found;
}

function change(
  ctx: Context,
  by: Actor,
  id: WebFormId,
  write: (work: Work) => Promise<void>,
): Promise<WebForm> {
  return perform(ctx, by, async (work) => {
    assertMay(work);
    const form = await lockWebForm(work.tx, id);
    if (form?.removedAt !== null) throw refuse('web_form_not_found');
    await work.keepGesture();
    await write(work);
    return form;
  });
}

function assertMay({ by, settings }: Work): void {
  if (isPerson(by)) assertMayKeepForms(settings, by);
}
