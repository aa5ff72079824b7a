import type { ModalView } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { RightPerson } from '../../../domain/lead/lead-event.ts';
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
  /** Whom whoever sent it back has named: the form begins with them. */
  right?: RightPerson | null;
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
export function mendModal({ lead, reasonLabel, right = null, notice }: MendScene): ModalView {
  const mended = right ? { ...lead, title: null, ...right } : lead;
  return modal({
    callbackId: LEAD_MODAL.mend,
    title: 'Mend the lead',
    submit: 'Back to sales',
    privateMetadata: leadKey.encode(lead.id),
    blocks: [
      ...movedNotice(notice),
      section(`*${escapeText(leadTitle(lead))}*`),
      ...(reasonLabel ? [context(`It came back because: ${escapeText(reasonLabel)}`)] : []),
      ...(right ? [context(`${named(right)} Until now it was ${wasUntilNow(lead)}.`)] : []),
      ...FIELDS.map(([name, label]) =>
        input({
          blockId: MEND_FIELD[name],
          label,
          optional: true,
          element: textInput({ action: MEND_FIELD[name], initial: mended[name] ?? '', maxLength: 200 }),
        }),
      ),
    ],
  });
}

/** Whoever sent it back may know a name and nothing more, or only an address. */
function named(right: RightPerson): string {
  return right.name
    ? 'Filled in with the right one, as they were named.'
    : 'Filled in with how to reach the right one.';
}

function wasUntilNow({ name, title, email, phone }: Lead): string {
  const known = [name, title, email, phone].filter((each) => each !== null);
  return escapeText(known.join(', ') || 'somebody without a name');
}
