/** What was changed about sources and campaigns, the last first, each with a button that undoes it. */
import type { ModalView } from '@slack/types';
import type { ListedChange } from '../../../domain/source/source-list.ts';
import { clip } from '../../../sentences/clip.ts';
import { saySourceChange } from '../../../sentences/en/source.ts';
import { PLAIN } from '../../../sentences/voice.ts';
import { changeValue, SOURCE, SOURCE_MODAL } from '../../action-ids.ts';
import { section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { clipMrkdwn } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { MRKDWN } from '../kit/voice.ts';
import { whoDid } from '../team/audit-log-modal.ts';

export interface ChangesScene {
  changes: readonly ListedChange[];
  timezone: string;
}

export function sourceChangesModal({ changes, timezone }: ChangesScene): ModalView {
  return modal({
    callbackId: SOURCE_MODAL.changes,
    title: 'Changes of sources',
    blocks: [
      section(
        changes.length === 0
          ? 'Nothing has been changed that could be undone.'
          : 'The last first. What was changed since has to be undone first.',
      ),
      ...changes.map((change) => changeBlock(change, timezone)),
    ],
  });
}

const LONGEST = 600;

export function changeBlock(
  { id, at, by, what }: ListedChange,
  timezone: string,
  lead: string | null = null,
): TangoBlock {
  const head = `${lead === null ? '' : `${lead}: `}${whoDid(by)}, ${readerTime(at, timezone)}`;
  return section(`${head}\n${clipMrkdwn(saySourceChange(what, MRKDWN), LONGEST)}`, {
    accessory: button({
      ...{ action: SOURCE.undo, text: 'Undo', value: changeValue.encode(id) },
      label: `Undo: ${clip(saySourceChange(what, PLAIN), 60)}`,
    }),
  });
}
