/** One amount of the ledger: as it was recorded, and what would come of taking it back. */
import type { ModalView } from '@slack/types';
import type { EntryScene } from '../../../domain/money/ledger.ts';
import { clip } from '../../../sentences/clip.ts';
import { count } from '../../../sentences/en/count.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { SIDE_WORDS, sayDays, saySpread } from '../../../sentences/en/spend.ts';
import { SPEND, SPEND_FIELD, SPEND_MODAL, spendKey, WITHDRAWN } from '../../action-ids.ts';
import { actions, context, input, section, type TangoBlock } from '../kit/blocks.ts';
import { button, checkboxes, option, radioButtons } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { spendLine, spendTitle } from './spend-line.ts';

export function spendRecordedModal(scene: EntryScene): ModalView {
  const { entry } = scene;
  const spread = saySpread(entry);
  const days = [sayDays(entry), ...(spread ? [spread] : []), SIDE_WORDS[entry.side]].join(' · ');
  return modal({
    callbackId: SPEND_MODAL.recorded,
    title: entry.state === 'withdrawn' ? 'Taken back' : 'Recorded',
    close: 'Done',
    privateMetadata: spendKey.encode(entry.id),
    blocks: [
      section(`${spendTitle(entry)}\n${days}`),
      ...(entry.state === 'withdrawn'
        ? [context('It is counted no more. It stays in the list of what is not counted.')]
        : []),
      ...replacedLines('It replaces', scene),
      ...(entry.state === 'counted'
        ? [actions([button({ action: SPEND.withdraw, text: 'Take back…', value: entry.id })])]
        : []),
    ],
  });
}

/** What is not named has to be counted. */
const NAMED = 5;

function replacedLines(lead: string, { replaced }: EntryScene): TangoBlock[] {
  if (replaced.length === 0) return [];
  const named = replaced.slice(0, NAMED).map((entry) => `${sayMoney(entry.amount)} (${sayDays(entry)})`);
  const more = replaced.length - named.length;
  return [section(`${lead} ${[...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')}.`)];
}

export function spendWithdrawModal(scene: EntryScene, notice?: string): ModalView {
  const { entry, timezone } = scene;
  return modal({
    callbackId: SPEND_MODAL.withdraw,
    title: 'Take back',
    submit: 'Take back',
    privateMetadata: spendKey.encode(entry.id),
    blocks: [
      ...movedNotice(notice),
      section(spendLine(entry, timezone)),
      ...replacedLines('Counted again instead:', scene),
      whatField(scene),
      context('Nothing is deleted: it stays in the list of what is not counted.'),
    ],
  });
}

/** Also the place where Slack shows what has failed. */
function whatField({ entry }: EntryScene): TangoBlock {
  const { what } = SPEND_FIELD;
  if (entry.inBatch <= 1) {
    return input({
      blockId: what,
      label: 'Are you sure?',
      element: checkboxes({ action: what, options: [option('Yes, it is counted no more', WITHDRAWN.one)] }),
    });
  }
  const all = `All ${count(entry.inBatch, 'amount')} that came with it`;
  const options = [option('This amount alone', WITHDRAWN.one), option(all, WITHDRAWN.batch)];
  const file = entry.batchName ? { hint: `It came with ${clip(entry.batchName, 100)}.` } : {};
  return input({
    blockId: what,
    label: 'What is taken back?',
    element: radioButtons({ action: what, options }),
    ...file,
  });
}
