/** Forms are made, given another address, and removed. On the command line nobody is asked who they are. */
import { refuse } from '../../domain/refusals.ts';
import { nameKey } from '../../domain/source/fold.ts';
import { type Actor, isPerson } from '../../domain/team/actor.ts';
import type { WebForm, WebFormId } from '../../domain/web-form/web-form.ts';
import { assertMayKeepForms, nameForm } from '../../domain/web-form/web-form-rules.ts';
import { namesOf } from '../../store/source/name-book.ts';
import { insertWebForm, listWebForms, lockWebForm, updateWebForm } from '../../store/web-form/web-form.ts';
import type { Context } from '../context.ts';
import { chosenSource } from '../lead/suggest-sources.ts';
import { resolveSources } from '../source/resolve-origins.ts';
import { perform, type Work } from '../work.ts';
import { recordDeed } from './record-deed.ts';
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
    const { name, source } = nameForm(await chosenIn(work, told), await listWebForms(work.tx));
    const [origin] = await resolveSources(work, [source]);
    const form: WebForm = {
      ...{ id: work.newId('web_form') as WebFormId, door: null, name, source: origin?.text ?? source },
      ...{ createdBy: by, createdAt: work.now, removedAt: null, signing: null, toldAt: null },
      ...{ questions: [], meanings: {} },
    };
    await work.keepGesture();
    await insertWebForm(work.tx, form, keyHash);
    await recordDeed(work, form, { did: 'made', before: null, after: source });
    return form;
  });
}

/** A menu holds the beginning of a long source; on the command line it is as it was typed. */
async function chosenIn<Told extends { source: string }>(work: Work, told: Told): Promise<Told> {
  return isPerson(work.by) ? { ...told, source: await chosenSource(work, told.source) } : told;
}

/** From now on the old address is nobody’s. */
export function renewKey(
  ctx: Context,
  by: Actor,
  { id, keyHash }: { id: WebFormId; keyHash: string },
): Promise<WebForm> {
  return changeWebForm(ctx, by, id, async (work, form) => {
    await updateWebForm(work.tx, id, { keyHash });
    await recordDeed(work, form, { did: 'address', before: { secret: 'old' }, after: { secret: 'new' } });
  });
}

/** Its leads stay. */
export function removeWebForm(ctx: Context, by: Actor, id: WebFormId): Promise<WebForm> {
  return changeWebForm(ctx, by, id, async (work, form) => {
    await updateWebForm(work.tx, id, { removedAt: work.now });
    await endUnclear(work, id);
    const names = await namesOf(work.tx, [{ source: form.source, campaign: null }]);
    const before = names.source(form.source) ?? form.source;
    await recordDeed(work, form, { did: 'removed', before, after: null });
  });
}

/** By its id or its name. */
export async function findFormNamed(ctx: Context, text: string): Promise<WebForm> {
  const all = await ctx.db.transaction(listWebForms);
  const found = all.find(({ id, name }) => id === text || nameKey(name) === nameKey(text));
  if (!found) throw refuse('web_form_not_found');
  return found;
}

/** One that has an address of its own. */
export function changeWebForm(
  ctx: Context,
  by: Actor,
  id: WebFormId,
  write: (work: Work, form: WebForm) => Promise<void>,
): Promise<WebForm> {
  return perform(ctx, by, async (work) => {
    assertMay(work);
    const form = await lockWebForm(work.tx, id);
    if (form?.removedAt !== null) throw refuse('web_form_not_found');
    if (form.door !== null) throw refuse('web_form_of_vendor', { door: form.door });
    await work.keepGesture();
    await write(work, form);
    return form;
  });
}

function assertMay({ by, settings }: Work): void {
  if (isPerson(by)) assertMayKeepForms(settings, by);
}
