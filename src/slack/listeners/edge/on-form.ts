/** The registry's side of a form: its acknowledgement carries the answer, which is nothing (it closes), another view, or a refusal. */
import type { App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { PersonId } from '../../../domain/team/actor.ts';
import { inTime } from './acknowledge.ts';
import type { Click, ClickHandler } from './click.ts';
import { type FilledForm, type Form, filledForm, refusedForm } from './form.ts';
import { toOpenModal } from './form-values.ts';
import { formGesture, isRepeat, withGesture } from './gesture.ts';
import { keepFilled } from './keep-filled.ts';
import { type Edge, handle, type ListenerDeps } from './listen.ts';
import { carrying, redrawUnder } from './lists.ts';
import { meetChosen } from './meet-chosen.ts';

/** A form whose key and scene are its own affair. */
export interface FormListener {
  callbackId: string;
  answer: (edge: Edge, body: ViewSubmitAction) => Promise<ViewResponseAction | null>;
  /** Null: no choice in it changes the rest. */
  redrawnBy: string | null;
  redraw: ClickHandler;
}

export function onForm<Key, Scene>(form: Form<Key, Scene>): FormListener {
  const { callbackId, redrawnBy = null } = form;
  return {
    callbackId,
    answer: (edge, body) => answer(form, edge, body),
    redrawnBy,
    redraw: (deps, click) => redraw(form, deps, click),
  };
}

export function listenToForm(app: App, edge: Edge, form: FormListener): void {
  const constraints = { callback_id: form.callbackId, type: 'view_submission' } as const;
  app.view<ViewSubmitAction>(constraints, async ({ ack, body }) => {
    // What comes too late is told as a refusal: the modal stays open with all that was typed.
    const response = await inTime(
      withGesture(edge, formGesture(body)),
      (edge) => form.answer(edge, body),
      () => undefined,
    );
    await (response ? ack(fitted(edge, response)) : ack());
    if (response?.response_action === 'errors') return;
    await redrawUnder(edge, { person: body.user.id as PersonId, modal: toOpenModal(body.view) });
  });
}

function fitted({ slack }: Edge, response: ViewResponseAction): ViewResponseAction {
  if (response.response_action !== 'update' || response.view.type !== 'modal') return response;
  return { ...response, view: slack.fitting(response.view) };
}

function answer<Key, Scene>(
  form: Form<Key, Scene>,
  edge: Edge,
  body: ViewSubmitAction,
): Promise<ViewResponseAction | null> {
  const filled = () => filledIn(form, body);
  return handle<ViewResponseAction | null>(edge, {
    person: body.user.id as PersonId,
    request: { kind: 'form', id: form.callbackId, body },
    work: async () => {
      await meetChosen(edge, body.view.state.values);
      const next = await form.submit(edge, filled());
      return next ? { response_action: 'update', view: carrying(next, toOpenModal(body.view).below) } : null;
    },
    failed: async (thrown, isTurnedAway) =>
      (await isRepeat(edge, body.user.id as PersonId, thrown))
        ? null
        : refusedForm(form, edge, { thrown, isTurnedAway, view: body.view, filled }),
  });
}

function filledIn<Key>({ key }: Pick<Form<Key, unknown>, 'key'>, body: ViewSubmitAction): FilledForm<Key> {
  return filledForm(key, body.user.id as PersonId, toOpenModal(body.view));
}

/** The form as the choice makes it. What was filled in already stays. */
async function redraw<Key, Scene>(
  form: Form<Key, Scene>,
  deps: ListenerDeps,
  { person, modal }: Click,
): Promise<void> {
  if (modal === null) return;
  const filled = filledForm(form.key, person, modal);
  const view = form.draw(await form.scene(deps, filled), filled);
  await deps.slack.updateView(modal.id, carrying(keepFilled(view, modal.values), modal.below));
}
