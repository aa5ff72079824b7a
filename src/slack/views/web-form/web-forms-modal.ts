/** `/tango forms`: the forms that have an address of their own, what came by each, and what nobody has understood. */
import type { Button, ModalView, Overflow } from '@slack/types';
import type { VendorDoor } from '../../../domain/delivery/door.ts';
import { type Reach, reachOf } from '../../../domain/web-form/form-address.ts';
import type { WebFormId } from '../../../domain/web-form/web-form.ts';
import { clip } from '../../../sentences/clip.ts';
import { count } from '../../../sentences/en/count.ts';
import { sayFormName, sayReach, VENDOR_NAMES } from '../../../sentences/en/web-form.ts';
import {
  WEB_FORM,
  WEB_FORM_MODAL,
  type WebFormMenuChoice,
  webFormKey,
  webFormMenuValue,
} from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button, option, overflow } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';

export interface FormsScene {
  forms: readonly FormLine[];
  publicUrl: string | null;
  timezone: string;
}

interface FormLine {
  id: WebFormId;
  /** Whose form it is; null: it has an address of its own. */
  door: VendorDoor | null;
  name: string;
  sourceName: string;
  leads: number;
  lastAt: number | null;
  /** Null: it asks for no signature. */
  signing: string | null;
  /** Questions that nobody has understood. */
  open: number;
}

/** Slack shows a hundred blocks. */
const MOST_SHOWN = 80;

export function webFormsModal({ forms, publicUrl, timezone }: FormsScene): ModalView {
  const more = forms.length - MOST_SHOWN;
  return modal({
    callbackId: WEB_FORM_MODAL.list,
    title: 'Forms',
    blocks: [
      section('Any form or tool that can send a webhook brings its leads by an address of its own.'),
      ...reachNotice(reachOf(publicUrl)),
      ...forms.slice(0, MOST_SHOWN).map((form) => formBlock(form, timezone)),
      ...(more > 0 ? [context(`${count(more, 'more form')}: \`tango forms\` lists them all.`)] : []),
      actions([button({ action: WEB_FORM.add, text: 'Make an address' })]),
      context(
        'Form vendors with a webhook of Tango’s own, such as Typeform or Meta, are set up where Tango runs. Their forms stand here once they have sent something.',
      ),
    ],
  });
}

export function reachNotice(reach: Reach): TangoBlock[] {
  const missing = sayReach(reach);
  return missing === null ? [] : [section(`:warning: ${escapeText(missing)}`)];
}

function formBlock(form: FormLine, timezone: string): TangoBlock {
  const { door, name, sourceName, leads, lastAt, open, signing } = form;
  const came =
    lastAt === null
      ? 'nothing has come so far'
      : `${count(leads, 'lead')}, the last ${readerTime(lastAt, timezone, 'at')}`;
  const unread = open === 0 ? '' : `\n*${count(open, 'question')} not understood*`;
  const vendor = door === null || VENDOR_NAMES[door] === sourceName ? [] : [VENDOR_NAMES[door]];
  const signed = signing === null ? [] : ['signed'];
  const from = [sourceName, ...vendor, ...signed].map((each) => escapeText(clip(each, 100)));
  return section(`*${escapeText(clip(sayFormName(name), 100))}* · ${from.join(' · ')}\n${came}${unread}`, {
    accessory: door === null ? menuOf(form) : questionsOf(form),
  });
}

/** At its vendor the form is changed and ended: here its questions alone are asked about. */
function questionsOf({ id, name }: FormLine): Button {
  return button({
    action: WEB_FORM.questions,
    text: 'What they mean…',
    value: webFormKey.encode(id),
    label: `What the questions of ${sayFormName(name)} mean`,
  });
}

function menuOf({ id, signing }: FormLine): Overflow {
  const entry = (choice: WebFormMenuChoice, text: string) =>
    option(text, webFormMenuValue.encode(choice, id));
  return overflow({
    action: WEB_FORM.menu,
    options: [
      entry('questions', 'What its questions mean…'),
      entry('renew', 'Make a new address…'),
      entry('sign', signing === null ? 'Ask for a signature…' : 'Its signature…'),
      entry('remove', 'Remove…'),
    ],
  });
}
