import type { ModalView } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { LEAD_MODAL, leadKey, MEND_FIELD } from '../../action-ids.ts';
import { context, input, section } from '../kit/blocks.ts';
import { textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';

export interface MendScene {
  lead: Lead;
  reasonLabel: string | null;
  notice?: string | undefined;
}

const FIELDS = [
  ['name', 'Name'],
  ['title', 'Title'],
  ['company', 'Company'],
  ['email', 'E-mail'],
  ['phone', 'Phone'],
] as const;

/** What marketing mends of a lead that came back; then it is new again. */
export function mendModal({ lead, reasonLabel, notice }: MendScene): ModalView {
  return modal({
    callbackId: LEAD_MODAL.mend,
    title: 'Mend the lead',
    submit: 'Back to sales',
    privateMetadata: leadKey.encode(lead.id),
    blocks: [
      ...movedNotice(notice),
      section(`*${escapeText(leadTitle(lead))}*`),
      ...(reasonLabel ? [context(`It came back because: ${escapeText(reasonLabel)}`)] : []),
      ...FIELDS.map(([name, label]) =>
        input({
          blockId: MEND_FIELD[name],
          label,
          optional: true,
          element: textInput({ action: MEND_FIELD[name], initial: lead[name] ?? '', maxLength: 200 }),
        }),
      ),
    ],
  });
}
