/** `/tango spend`: what is counted, the last recorded first. */
import type { ModalView } from '@slack/types';
import type { LedgerPage } from '../../../domain/money/ledger.ts';
import { count } from '../../../sentences/en/count.ts';
import { type LedgerPageKey, ledgerPage, SPEND, SPEND_MODAL, spendMenuValue } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button, option, overflow } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { spendLine } from './spend-line.ts';

export const SPEND_SHOWN = 15;

type Entry = LedgerPage['entries'][number];

export function spendListModal({ entries, total, timezone }: LedgerPage, key: LedgerPageKey): ModalView {
  return modal({
    callbackId: SPEND_MODAL.list,
    title: 'What it cost',
    privateMetadata: ledgerPage.encode(key),
    blocks: [
      section(intro(total, key.isWhole)),
      actions([button({ action: SPEND.add, text: 'Add an amount', style: 'primary' }), shownButton(key)]),
      ...entries.map((entry) => row(entry, timezone)),
      ...turner(key, total),
      context(
        'A report of an ad platform is quicker as a file: send it to me in a direct message. A newer one of the same days replaces the older one.',
      ),
    ],
  });
}

function intro(total: number, isWhole: boolean): string {
  if (total === 0)
    return 'There is nothing here so far. Salaries, agencies, fairs and tools belong here as well as ads.';
  if (isWhole) return `All ${count(total, 'amount')} that ever came in, the newest first.`;
  return `${count(total, 'amount')} ${total === 1 ? 'is' : 'are'} counted, each spread evenly over its days. The newest stands first.`;
}

function shownButton({ isWhole }: LedgerPageKey) {
  return button({
    action: SPEND.shown,
    text: isWhole ? 'Only what is counted' : 'Also what is not counted',
    value: ledgerPage.encode({ page: 0, isWhole: !isWhole }),
  });
}

function row(entry: Entry, timezone: string): TangoBlock {
  const { id, state } = entry;
  const choices = [
    ...(state === 'counted' ? [option('Correct…', spendMenuValue.encode('correct', id))] : []),
    ...(state === 'withdrawn' ? [] : [option('Take back…', spendMenuValue.encode('withdraw', id))]),
  ];
  const menu = choices.length > 0 ? { accessory: overflow({ action: SPEND.menu, options: choices }) } : {};
  return section(spendLine(entry, timezone), menu);
}

function turner({ page, isWhole }: LedgerPageKey, total: number): TangoBlock[] {
  const pages = Math.ceil(total / SPEND_SHOWN);
  if (pages <= 1) return [];
  const turn = (text: string, action: string, to: number) =>
    button({ action, text, value: ledgerPage.encode({ page: to, isWhole }) });
  return [
    context(`${page * SPEND_SHOWN + 1} to ${Math.min(total, (page + 1) * SPEND_SHOWN)} of ${total}`),
    actions([
      ...(page > 0 ? [turn('Back', SPEND.pageBack, page - 1)] : []),
      ...(page < pages - 1 ? [turn('More', SPEND.pageOn, page + 1)] : []),
    ]),
  ];
}
