import type { ModalView } from '@slack/types';
import type { Jotting } from '../../../domain/lead/jotting.ts';
import { jotModalData, LEAD_MODAL } from '../../action-ids.ts';
import { section, type TangoBlock } from '../kit/blocks.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';
import { type JotFields, jotField, jotTicks } from './jot-fields.ts';

export interface JotScene {
  round: string;
  channel: string;
  /** From where the last lead was; null asks first. */
  source: string | null;
  claims: boolean;
  /** What was written behind the command. */
  jotting?: Jotting;
  /** The lead of the round before, when the window stays open for the next visitor. */
  last?: { title: string; savedToday: number };
  notice?: string;
}

/** Made for a trade-fair stand, one hand and a phone: three fields, the source is known, the window stays for the next visitor. */
export function jotModal({ round, channel, source, claims, jotting, last, notice }: JotScene): ModalView {
  const fields: JotFields = { round, initial: { ...jotting, source } };
  const sourceField = jotField(fields, 'source');
  return modal({
    callbackId: LEAD_MODAL.jot,
    title: 'New lead',
    submit: 'Save',
    close: last ? 'Done' : 'Cancel',
    privateMetadata: jotModalData.encode(round, channel),
    blocks: [
      ...movedNotice(notice),
      ...savedLine(last),
      ...(source === null ? [sourceField] : []),
      jotField(fields, 'name'),
      jotField(fields, 'company'),
      jotField(fields, 'reach'),
      jotTicks(round, { claims }),
      jotField(fields, 'message', { optional: true }),
      ...(source === null ? [] : [sourceField]),
      jotField(fields, 'segment', { optional: true }),
    ],
  });
}

function savedLine(last: JotScene['last']): TangoBlock[] {
  if (!last) return [];
  const title = escapeText(last.title);
  return [
    section(
      `:white_check_mark: Saved: *${title}*. ${last.savedToday} today. Here is the form for the next one.`,
    ),
  ];
}
