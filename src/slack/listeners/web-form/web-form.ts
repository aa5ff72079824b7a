/** `/tango forms`: forms that have an address of their own, for marketing and managers. */
import type { ModalView } from '@slack/types';
import type { PersonId } from '../../../domain/team/actor.ts';
import {
  MEANINGS,
  type Meanings,
  questionId,
  questionsToAsk,
  type WebForm,
  type WebFormId,
} from '../../../domain/web-form/web-form.ts';
import { factText } from '../../../reading/lead/sort-answers.ts';
import { viewSettings } from '../../../usecases/team/load-settings.ts';
import { addWebForm, removeWebForm, renewKey } from '../../../usecases/web-form/change-web-forms.ts';
import { hashOf, newKey } from '../../../usecases/web-form/form-key.ts';
import { keepMeanings, prepareMeanings, prepareQuestions } from '../../../usecases/web-form/keep-meanings.ts';
import { listWebForms } from '../../../usecases/web-form/list-web-forms.ts';
import { signForm } from '../../../usecases/web-form/sign-form.ts';
import {
  noKey,
  WEB_FORM,
  WEB_FORM_FIELD,
  WEB_FORM_MODAL,
  webFormKey,
  webFormMenuValue,
} from '../../action-ids.ts';
import { formSecretModal, signFormModal } from '../../views/web-form/sign-form-modal.ts';
import {
  addFormModal,
  formAddressModal,
  questionsModal,
  removeFormModal,
  renewKeyModal,
} from '../../views/web-form/web-form-modals.ts';
import { webFormsModal } from '../../views/web-form/web-forms-modal.ts';
import type { Click } from '../edge/click.ts';
import type { Command } from '../edge/command.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosen, type FormValues, typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { Listeners } from '../edge/table.ts';
import { offerSources } from '../lead/offer-sources.ts';

const addForm = onForm({
  callbackId: WEB_FORM_MODAL.add,
  key: noKey,
  submit: submitAdded,
  // It asks the same whatever there is.
  scene: async () => null,
  draw: (_nothing, { notice }) => addFormModal(notice),
  blockOf: (field) => (field === 'source' ? WEB_FORM_FIELD.source : field),
});

const renewForm = onForm({
  callbackId: WEB_FORM_MODAL.renew,
  key: webFormKey,
  submit: submitRenewed,
  scene: loadForm,
  draw: (form, { notice }) => renewKeyModal(form, notice),
});

const signing = onForm({
  callbackId: WEB_FORM_MODAL.sign,
  key: webFormKey,
  submit: submitSigning,
  scene: loadForm,
  draw: (form, { notice }) => signFormModal(form, notice),
});

const removeForm = onForm({
  callbackId: WEB_FORM_MODAL.remove,
  key: webFormKey,
  submit: async ({ ctx }, { person, key }) => void (await removeWebForm(ctx, person, key)),
  scene: loadForm,
  draw: (form, { notice }) => removeFormModal(form, notice),
});

const questionsForm = onForm({
  callbackId: WEB_FORM_MODAL.questions,
  key: webFormKey,
  submit: submitMeanings,
  scene: ({ ctx }, { person, key: id }) => prepareQuestions(ctx, { person, id }),
  draw: (form, { notice }) => questionsModal(form, notice),
});

export const WEB_FORM_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: {
    [WEB_FORM.open]: openForms,
    [WEB_FORM.add]: openAdd,
    [WEB_FORM.menu]: onMenu,
    [WEB_FORM.questions]: openQuestions,
  },
  forms: [addForm, renewForm, signing, removeForm, questionsForm],
  lists: [{ callbackId: WEB_FORM_MODAL.list, draw: drawList }],
  options: { [WEB_FORM_FIELD.source]: offerSources },
};

/** By command, or from Home. */
export async function openForms(
  deps: ListenerDeps,
  { person, triggerId }: Pick<Command, 'person' | 'triggerId'>,
): Promise<void> {
  await deps.slack.openView(triggerId, await drawList(deps, person));
}

async function drawList({ ctx, publicUrl = null }: ListenerDeps, person: PersonId): Promise<ModalView> {
  const forms = await listWebForms(ctx, person);
  const { timezone } = await viewSettings(ctx);
  return webFormsModal({ forms, publicUrl, timezone });
}

async function openAdd({ ctx, slack }: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  await listWebForms(ctx, person);
  await slack.openView(triggerId, addFormModal());
}

async function onMenu({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const { choice, id } = webFormMenuValue.decode(value);
  const view =
    choice === 'questions'
      ? questionsModal(await prepareQuestions(ctx, { person, id }))
      : MENU[choice](await prepareMeanings(ctx, { person, id }));
  await slack.openView(triggerId, view);
}

async function openQuestions(
  { ctx, slack }: ListenerDeps,
  { person, value, triggerId }: Click,
): Promise<void> {
  const form = await prepareQuestions(ctx, { person, id: webFormKey.decode(value ?? '') });
  await slack.openView(triggerId, questionsModal(form));
}

const MENU = {
  renew: renewKeyModal,
  sign: signFormModal,
  remove: removeFormModal,
};

function loadForm({ ctx }: ListenerDeps, { person, key: id }: FilledForm<WebFormId>): Promise<WebForm> {
  return prepareMeanings(ctx, { person, id });
}

async function submitAdded(
  { ctx, publicUrl = null }: ListenerDeps,
  { person, values }: FilledForm<null>,
): Promise<ModalView> {
  const key = newKey();
  const told = {
    name: typed(values, WEB_FORM_FIELD.name) ?? '',
    source: chosen(values, WEB_FORM_FIELD.source) ?? '',
  };
  const { name } = await addWebForm(ctx, person, { ...told, keyHash: hashOf(key) });
  return formAddressModal({ name, key, publicUrl });
}

async function submitRenewed(
  { ctx, publicUrl = null }: ListenerDeps,
  { person, key: id }: FilledForm<WebFormId>,
): Promise<ModalView> {
  const key = newKey();
  const { name } = await renewKey(ctx, person, { id, keyHash: hashOf(key) });
  return formAddressModal({ name, key, publicUrl });
}

async function submitSigning(
  { ctx }: ListenerDeps,
  { person, key: id, values }: FilledForm<WebFormId>,
): Promise<ModalView | undefined> {
  const secret = chosen(values, WEB_FORM_FIELD.signature) === 'end' ? null : newKey();
  const { name } = await signForm(ctx, person, { id, secret });
  return secret === null ? undefined : formSecretModal({ name, secret });
}

async function submitMeanings(deps: ListenerDeps, filled: FilledForm<WebFormId>): Promise<void> {
  const { person, key: id, values } = filled;
  const meanings = readMeanings(await loadForm(deps, filled), values);
  await keepMeanings(deps.ctx, { person, id, meanings, read: factText });
}

/** Of the questions that were on the form; one that it has sent meanwhile waits for the next time. What its words say already needs not be kept. */
function readMeanings(form: WebForm, values: FormValues): Meanings {
  const told = questionsToAsk(form).flatMap(({ label, read }) => {
    const said = chosen(values, questionId(label));
    const meaning = MEANINGS.find((known) => known === said);
    const isKept = meaning !== undefined && (meaning !== read || Object.hasOwn(form.meanings, label));
    return isKept ? [[label, meaning] as const] : [];
  });
  return Object.fromEntries(told);
}
