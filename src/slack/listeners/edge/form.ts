/** What a modal that is filled in and submitted is to us, and what a refused one answers. */

import type { ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { PersonId } from '../../../domain/team/actor.ts';
import { AppError } from '../../../errors.ts';
import { sayRefusal } from '../../../sentences/refusal.ts';
import { PLAIN } from '../../../sentences/voice.ts';
import type { Codec } from '../../action-ids.ts';
import { MRKDWN } from '../../views/kit/voice.ts';
import { type FormValues, type OpenModal, toOpenModal } from './form-values.ts';
import { keepFilled } from './keep-filled.ts';
import { type Edge, type ListenerDeps, sentenceFor } from './listen.ts';
import { carrying } from './lists.ts';

export interface FilledForm<Key> {
  person: PersonId;
  /** What the modal is about. */
  key: Key;
  values: FormValues;
  viewId: string;
}

export interface Form<Key, Scene> {
  callbackId: string;
  /** Codec of what the modal carries: which lead, which story. */
  key: Codec<Key>;
  /** Parses the values and calls one use case. A view that it returns takes the place of this one; without one the modal closes. */
  submit(deps: ListenerDeps, form: FilledForm<Key>): Promise<ModalView | undefined> | Promise<void>;
  /** What a use case loads to draw the form again, whatever has happened meanwhile. */
  scene(deps: ListenerDeps, form: FilledForm<Key>): Promise<Scene>;
  draw(scene: Scene, form: FilledForm<Key> & { notice?: string | undefined }): ModalView;
  /** The block of a field that a refusal names, where it is not named as the field. */
  blockOf?(field: string, form: FilledForm<Key>): string;
  /** The action of the field whose choice changes the rest: the form is drawn again, and keeps that choice. */
  redrawnBy?: string;
}

export function filledForm<Key>(key: Codec<Key>, person: PersonId, modal: OpenModal): FilledForm<Key> {
  const { id, privateMetadata, values } = modal;
  return { person, key: key.decode(privateMetadata), values, viewId: id };
}

interface Refused<Key> {
  thrown: unknown;
  isTurnedAway: boolean;
  view: ViewSubmitAction['view'];
  /** Decodes what the modal carries, which may be what was refused. */
  filled: () => FilledForm<Key>;
}

/**
 * Beside the field where the refusal names one that the modal has, otherwise the form again with the sentence on top. A defect, or a
 * database out of order, is told at once: reading once more would fail as well, and Slack waits three seconds for all of it. Whoever may
 * not act at all is shown nothing more.
 */
export async function refusedForm<Key, Scene>(
  form: Form<Key, Scene>,
  edge: Edge,
  { thrown, isTurnedAway, view, filled }: Refused<Key>,
): Promise<ViewResponseAction> {
  if (isTurnedAway || !(thrown instanceof AppError) || thrown.kind === 'unavailable') {
    return besideFirst(view, sentenceFor(edge, thrown, { where: form.callbackId, voice: PLAIN }));
  }
  try {
    const beside = besideFields(form, filled(), { thrown, view });
    return beside ?? (await again(form, edge, filled(), { thrown, view }));
  } catch (thrown) {
    // What the form is about cannot be loaded any more, so it cannot be drawn: it stays as it is.
    return besideFirst(view, sentenceFor(edge, thrown, { where: form.callbackId, voice: PLAIN }));
  }
}

function besideFields<Key>(
  { blockOf = (field) => field }: Pick<Form<Key, unknown>, 'blockOf'>,
  filled: FilledForm<Key>,
  { thrown, view }: { thrown: AppError; view: ViewSubmitAction['view'] },
): ViewResponseAction | null {
  const inputs = inputsOf(view);
  const errors = thrown.problems.map(
    ({ field, refusal }) => [blockOf(field, filled), sayRefusal(refusal, PLAIN)] as const,
  );
  // A field that is asked for only now is not there yet: then all of it is said on top of the form that has it.
  const isPlaced = errors.length > 0 && errors.every(([block]) => inputs.includes(block));
  return isPlaced ? { response_action: 'errors', errors: Object.fromEntries(errors) } : null;
}

async function again<Key, Scene>(
  form: Form<Key, Scene>,
  edge: Edge,
  filled: FilledForm<Key>,
  { thrown: { refusal, problems }, view: seen }: { thrown: AppError; view: ViewSubmitAction['view'] },
): Promise<ViewResponseAction> {
  const said = problems.length > 1 ? problems.map((each) => each.refusal) : [refusal];
  const notice = said.map((each) => sayRefusal(each, MRKDWN)).join('\n');
  const view = form.draw(await form.scene(edge, filled), { ...filled, notice });
  const { below } = toOpenModal(seen);
  return { response_action: 'update', view: carrying(keepFilled(view, filled.values), below) };
}

/** Slack shows an error only under an input. There, nothing that was filled in is lost. */
function besideFirst(view: ViewSubmitAction['view'], sentence: string): ViewResponseAction {
  const [first = ''] = inputsOf(view);
  return { response_action: 'errors', errors: { [first]: sentence } };
}

function inputsOf({ blocks }: ViewSubmitAction['view']): string[] {
  return blocks.filter(({ type }) => type === 'input').map(({ block_id: id = '' }) => id);
}
