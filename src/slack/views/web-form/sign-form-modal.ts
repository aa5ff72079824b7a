/** A form's signature: asked for, made with another secret, or asked for no more; and the one time that a secret is shown. */
import type { ModalView } from '@slack/types';
import type { WebForm } from '../../../domain/web-form/web-form.ts';
import { clip } from '../../../sentences/clip.ts';
import { WEB_FORM_FIELD, WEB_FORM_MODAL, webFormKey } from '../../action-ids.ts';
import { context, input, section } from '../kit/blocks.ts';
import { checkboxes, option, radioButtons } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';

export function signFormModal({ id, name, signing }: WebForm, notice?: string): ModalView {
  const { signature, sure } = WEB_FORM_FIELD;
  const of = `*${escapeText(clip(name, 100))}*`;
  const isOn = signing !== null;
  return modal({
    callbackId: WEB_FORM_MODAL.sign,
    title: isOn ? 'Its signature' : 'Ask for a signature',
    submit: isOn ? 'Go on' : 'Make a secret',
    privateMetadata: webFormKey.encode(id),
    blocks: [
      ...movedNotice(notice),
      section(
        isOn
          ? `${of} takes only what is signed with its secret.`
          : `${of} takes whatever comes to its address. With a signature it takes only what is signed with a secret as well, so that nobody who finds the address can send anything. The tool that sends must be able to sign (docs/your-forms.md).`,
      ),
      isOn
        ? input({
            blockId: signature,
            label: 'What is to become of it?',
            element: radioButtons({ action: signature, options: [RENEW, END] }),
          })
        : input({
            blockId: sure,
            label: 'Are you sure?',
            element: checkboxes({
              action: sure,
              options: [option('Yes, what is not signed is refused from then on', 'yes')],
            }),
          }),
    ],
  });
}

const RENEW = option('Make a new secret', 'renew', 'What is signed with the old one is refused from then on');
const END = option('Ask for no signature any more', 'end', 'The address alone is enough again');

/** The one time that it is shown. */
export function formSecretModal({ name, secret }: { name: string; secret: string }): ModalView {
  return modal({
    callbackId: WEB_FORM_MODAL.secret,
    title: 'The secret',
    close: 'Done',
    blocks: [
      section(`Give this to the tool that sends *${escapeText(clip(name, 100))}*, to sign with:`),
      section(`\`\`\`${secret}\`\`\``),
      section(
        'Each request bears the header `X-Tango-Signature: t=SECONDS,v1=HEX`, where HEX is the HMAC-SHA256 of `SECONDS.` and the body with this secret. A tool that cannot sign the time sends `sha256=HEX` of the body alone.',
      ),
      context('Copy it now: it is not shown again. A lost one can be replaced.'),
    ],
  });
}
