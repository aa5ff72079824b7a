import type { ModalView } from '@slack/types';
import type { EntryDraft } from '../../../domain/lead/entry-draft.ts';
import type { NamedLead } from '../../../domain/lead/lead.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { entryKey, LEAD_MODAL } from '../../action-ids.ts';
import { section, type TangoBlock } from '../kit/blocks.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';
import { type EntryFields, entryField, entryTicks, sourceField, toldFields } from './entry-fields.ts';

export interface EntryScene {
  entryId: string;
  channel: string;
  /** From where the last lead was; null asks first. */
  source: string | null;
  claims: boolean;
  /** What was written behind the command. */
  prefill?: EntryDraft;
  shown?: readonly string[] | undefined;
  /** The lead of the entryId before, when the window stays open for the next visitor. */
  last?: { lead: NamedLead; savedToday: number };
  notice?: string | undefined;
}

/** Made for a trade-fair stand, one hand and a phone: three fields, the source is known, the window stays for the next visitor. */
export function entryModal({
  entryId,
  channel,
  source,
  claims,
  prefill,
  shown,
  last,
  notice,
}: EntryScene): ModalView {
  const fields: EntryFields = { entryId, initial: { ...prefill, source }, shown };
  const from = sourceField(fields);
  return modal({
    callbackId: LEAD_MODAL.entry,
    title: 'New lead',
    submit: 'Save',
    ...(last && { close: 'Done' }),
    privateMetadata: entryKey.encode({ entryId, channel }),
    blocks: [
      ...movedNotice(notice),
      ...savedLine(last),
      ...(source === null ? [from] : []),
      entryField(fields, 'name'),
      entryField(fields, 'company'),
      entryField(fields, 'reach'),
      entryTicks(entryId, { claims }),
      entryField(fields, 'message', { optional: true }),
      ...(source === null ? [] : [from]),
      entryField(fields, 'segment', { optional: true }),
      ...toldFields(fields, ['segment']),
    ],
  });
}

function savedLine(last: EntryScene['last']): TangoBlock[] {
  if (!last) return [];
  const title = escapeText(leadTitle(last.lead));
  return [
    section(
      `:white_check_mark: Saved: *${title}*. ${last.savedToday} today. Here is the form for the next one.`,
    ),
  ];
}
