/** What is asked about one form: its name and source, a new address, its end, and what its questions mean. */
import type { ModalView } from '@slack/types';
import type { ShownForm } from '../../../domain/web-form/examples.ts';
import { formAddress, reachOf } from '../../../domain/web-form/form-address.ts';
import {
  LONGEST_NAME,
  MEANINGS,
  meaningIn,
  type Question,
  questionId,
  questionsToAsk,
  type WebForm,
} from '../../../domain/web-form/web-form.ts';
import { clip } from '../../../sentences/clip.ts';
import { MEANING_WORDS, sayFormName } from '../../../sentences/en/web-form.ts';
import { WEB_FORM_FIELD, WEB_FORM_MODAL, webFormKey } from '../../action-ids.ts';
import { context, input, section, type TangoBlock } from '../kit/blocks.ts';
import { checkboxes, option, staticSelect, textInput } from '../kit/elements.ts';
import { searchSelect } from '../kit/modal-inputs.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';
import { reachNotice } from './web-forms-modal.ts';

export function addFormModal(notice?: string): ModalView {
  const { name, source } = WEB_FORM_FIELD;
  return modal({
    callbackId: WEB_FORM_MODAL.add,
    title: 'Make an address',
    submit: 'Make it',
    blocks: [
      ...movedNotice(notice),
      input({
        blockId: name,
        label: 'What is the form called?',
        element: textInput({ action: name, placeholder: 'Contact page', maxLength: LONGEST_NAME }),
      }),
      input({
        blockId: source,
        label: 'Where do its leads come from?',
        hint: 'The source that they are counted by.',
        element: searchSelect({ action: source, placeholder: 'Search, or type a new one' }),
      }),
    ],
  });
}

interface Made {
  name: string;
  key: string;
  publicUrl: string | null;
}

/** The one time that it is shown. */
export function formAddressModal({ name, key, publicUrl }: Made): ModalView {
  return modal({
    callbackId: WEB_FORM_MODAL.address,
    title: 'The address',
    close: 'Done',
    blocks: [
      section(`Put this into the settings of *${escapeText(clip(name, 100))}*, where it asks for a webhook:`),
      section(`\`\`\`${formAddress(publicUrl, key)}\`\`\``),
      context(
        'Copy it now: it is the secret of this form, and it is not shown again. A lost one can be replaced.',
      ),
      ...reachNotice(reachOf(publicUrl)),
    ],
  });
}

type Named = Pick<WebForm, 'id' | 'name'>;

export function renewKeyModal({ id, name }: Named, notice?: string): ModalView {
  return modal({
    callbackId: WEB_FORM_MODAL.renew,
    title: 'Make a new address',
    submit: 'Make it',
    privateMetadata: webFormKey.encode(id),
    blocks: [
      ...movedNotice(notice),
      section(
        `*${escapeText(clip(name, 100))}* gets a new address. What comes to the old one is refused from then on, so change it in the form at once.`,
      ),
      sureField('Yes, the old address may end'),
    ],
  });
}

export function removeFormModal({ id, name }: Named, notice?: string): ModalView {
  return modal({
    callbackId: WEB_FORM_MODAL.remove,
    title: 'Remove a form',
    submit: 'Remove',
    privateMetadata: webFormKey.encode(id),
    blocks: [
      ...movedNotice(notice),
      section(
        `What comes to the address of *${escapeText(clip(name, 100))}* is refused from now on. Its leads stay, and the address cannot be had again.`,
      ),
      sureField('Yes, remove it'),
    ],
  });
}

/** Also the place where Slack shows what has failed. */
function sureField(text: string): TangoBlock {
  const { sure } = WEB_FORM_FIELD;
  return input({
    blockId: sure,
    label: 'Are you sure?',
    element: checkboxes({ action: sure, options: [option(text, 'yes')] }),
  });
}

export function questionsModal(form: ShownForm, notice?: string): ModalView {
  const asked = questionsToAsk(form);
  return modal({
    callbackId: WEB_FORM_MODAL.questions,
    title: 'What they mean',
    ...(asked.length > 0 && { submit: 'Save' }),
    privateMetadata: webFormKey.encode(form.id),
    blocks: [
      ...movedNotice(notice),
      section(
        asked.length > 0
          ? `The questions of *${escapeText(clip(sayFormName(form.name), 100))}*, as it sent them last. What does each ask for?`
          : `Nothing has come from *${escapeText(clip(sayFormName(form.name), 100))}* so far: its questions are shown here when it has sent something.`,
      ),
      ...asked.map((question) => questionField(form, question)),
      ...(asked.length > 0
        ? [
            context(
              'It holds from now on. The latest 200 leads of this form are filled in where they know nothing yet; what somebody has changed stays.',
            ),
          ]
        : []),
    ],
  });
}

/** Enough to tell what it is, and little enough for forty of them to be looked through. */
const LONGEST_EXAMPLE = 80;

function questionField(form: ShownForm, question: Question): TangoBlock {
  const id = questionId(question.label);
  const meant = meaningIn(form, question);
  const options = MEANINGS.map((meaning) => option(MEANING_WORDS[meaning], meaning));
  const chosen = options.find(({ value }) => value === meant);
  const example = form.examples.get(question.label);
  return input({
    blockId: id,
    label: clip(question.label, 150),
    ...(example !== undefined && { hint: `Answered last: “${clip(example, LONGEST_EXAMPLE)}”` }),
    optional: true,
    element: staticSelect({
      action: id,
      options,
      placeholder: 'Not understood so far',
      ...(chosen && { chosen }),
    }),
  });
}
