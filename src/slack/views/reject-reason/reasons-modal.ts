import type { ModalView } from '@slack/types';
import { inUse, type ListedReason } from '../../../domain/reject-reason/reason-list.ts';
import { sayConsequence, sayWhoActs } from '../../../sentences/en/reject-reason.ts';
import { REASON, REASON_MODAL, type ReasonMenuChoice, reasonMenuValue } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button, option, overflow, staticSelect } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';

/** The list in its order, each reason with its ⋯ menu, and the retired ones to be brought back. */
export function reasonsModal(list: readonly ListedReason[]): ModalView {
  const used = inUse(list);
  return modal({
    callbackId: REASON_MODAL.list,
    title: 'Reject reasons',
    blocks: [
      context('What you change holds from now on: leads that were rejected before keep what followed then.'),
      actions([button({ action: REASON.add, text: 'Add a reason' })]),
      ...used.map((reason, index) =>
        reasonBlock(reason, { isFirst: index === 0, isLast: index === used.length - 1 }),
      ),
      ...retiredBlocks(list.filter(({ retiredAt }) => retiredAt !== null)),
    ],
  });
}

interface Place {
  isFirst: boolean;
  isLast: boolean;
}

function reasonBlock(reason: ListedReason, place: Place): TangoBlock {
  const { code, label } = reason;
  const entry = (choice: ReasonMenuChoice, text: string) =>
    option(text, reasonMenuValue.encode(choice, code));
  const options = [
    entry('reword', 'Change…'),
    ...(place.isFirst ? [] : [entry('up', 'Move up')]),
    ...(place.isLast ? [] : [entry('down', 'Move down')]),
    entry('retire', 'Retire'),
  ];
  const follows = `${escapeText(sayConsequence(reason))} · acts: ${escapeText(sayWhoActs(reason))}`;
  return section(`*${escapeText(label)}*\n${follows}`, {
    accessory: overflow({ action: REASON.menu, options }),
  });
}

function retiredBlocks(retired: readonly ListedReason[]): TangoBlock[] {
  if (retired.length === 0) return [];
  const options = retired.map((reason) => option(reason.label, reason.code, sayConsequence(reason)));
  const element = staticSelect({
    action: REASON.bringBack,
    options,
    placeholder: 'Bring back a retired reason',
  });
  return [context('Leads that were rejected by a retired reason keep it.'), actions([element])];
}
