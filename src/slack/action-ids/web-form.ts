import type { WebFormId } from '../../domain/web-form/web-form.ts';
import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';

/** Forms that have an address of their own. */
export const WEB_FORM = {
  /** On a marketer’s Home. */
  open: 'web_form_open',
  add: 'web_form_add',
  menu: 'web_form_menu',
  /** In the list, and in the message that says that they are not understood. */
  questions: 'web_form_questions',
} as const;

export const WEB_FORM_MODAL = {
  list: 'web_form_list_modal',
  add: 'web_form_add_modal',
  address: 'web_form_address_modal',
  renew: 'web_form_renew_modal',
  sign: 'web_form_sign_modal',
  secret: 'web_form_secret_modal',
  remove: 'web_form_remove_modal',
  questions: 'web_form_questions_modal',
} as const;

export const WEB_FORM_FIELD = {
  name: 'name',
  source: 'web_form_source',
  sure: 'sure',
  signature: 'signature',
} as const;

/** A modal carries which form it is about. */
export const webFormKey: Codec<WebFormId> = { encode: (id) => id, decode: toId };

/** What the ⋯ menu of a form offers. */
const MENU = ['questions', 'renew', 'sign', 'remove'] as const;
export type WebFormMenuChoice = (typeof MENU)[number];

export const webFormMenuValue = {
  encode: (choice: WebFormMenuChoice, id: WebFormId): string => `${choice}:${id}`,
  decode: (value: string | undefined): { choice: WebFormMenuChoice; id: WebFormId } => {
    const [name, id = ''] = value?.split(':') ?? [];
    const choice = MENU.find((known) => known === name);
    if (!choice) throw unknownForm();
    return { choice, id: toId(id) };
  },
};

function toId(text: string): WebFormId {
  if (!ID.test(text)) throw unknownForm();
  return text as WebFormId;
}

function unknownForm(): AppError {
  return new AppError('invalid', inWords('This form is not known any more.'));
}
