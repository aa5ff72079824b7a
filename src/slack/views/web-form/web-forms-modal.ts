/** `/tango forms`: the forms that have an address of their own, what came by each, and what nobody has understood. */
import type { ModalView } from '@slack/types';
import { type Reach, reachOf } from '../../../domain/web-form/form-address.ts';
import type { WebFormId } from '../../../domain/web-form/web-form.ts';
import { clip } from '../../../sentences/clip.ts';
import { count } from '../../../sentences/en/count.ts';
import { sayReach } from '../../../sentences/en/web-form.ts';
import { WEB_FORM, WEB_FORM_MODAL, type WebFormMenuChoice, webFormMenuValue } from '../../action-ids.ts';
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
  name: string;
  sourceName: string;
  leads: number;
  lastAt: number | null;
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
    close: 'Close',
    blocks: [
      section('Any form or tool that can send a webhook brings its leads by an address of its own.'),
      ...reachNotice(reachOf(publicUrl)),
      ...forms.slice(0, MOST_SHOWN).map((form) => formBlock(form, timezone)),
      ...(more > 0 ? [context(`${count(more, 'more form')}: \`tango forms\` lists them all.`)] : []),
      actions([button({ action: WEB_FORM.add, text: 'Make an address' })]),
      context(
        'Form vendors with a webhook of Tango’s own, such as Typeform or HubSpot, are set up where Tango runs.',
      ),
    ],
  });
}

export function reachNotice(reach: Reach): TangoBlock[] {
  const missing = sayReach(reach);
  return missing === null ? [] : [section(`:warning: ${escapeText(missing)}`)];
}

function formBlock({ id, name, sourceName, leads, lastAt, open }: FormLine, timezone: string): TangoBlock {
  const came =
    lastAt === null
      ? 'nothing has come so far'
      : `${count(leads, 'lead')}, the last ${readerTime(lastAt, timezone, 'at')}`;
  const unread = open === 0 ? '' : `\n*${count(open, 'question')} not understood*`;
  const entry = (choice: WebFormMenuChoice, text: string) =>
    option(text, webFormMenuValue.encode(choice, id));
  return section(
    `*${escapeText(clip(name, 100))}* · ${escapeText(clip(sourceName, 100))}\n${came}${unread}`,
    {
      accessory: overflow({
        action: WEB_FORM.menu,
        options: [
          entry('questions', 'What its questions mean…'),
          entry('renew', 'Make a new address…'),
          entry('remove', 'Remove…'),
        ],
      }),
    },
  );
}
