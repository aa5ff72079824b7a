/** All rejected leads of one campaign and week, a page at a time. */
import type { ModalView } from '@slack/types';
import type { Reject } from '../../../domain/home.ts';
import type { SummedRejects } from '../../../domain/rejects/rejects.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayRejectsOf, saySummed } from '../../../sentences/en/rejects.ts';
import { REJECTS, REJECTS_MODAL, rejectsPage } from '../../action-ids.ts';
import { rejectWords } from '../home/entry-words.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';
import { answerButtons } from './rejects-message.ts';

export interface AllRejectsScene {
  summed: SummedRejects;
  shown: readonly Reject[];
  /** From 0. */
  page: number;
  pages: number;
  /** How many stand before the first of these. */
  offset: number;
  timezone: string;
  now: number;
}

export function allRejectsModal(scene: AllRejectsScene): ModalView {
  const { summed, shown, page } = scene;
  const { id, answer } = summed.rejects;
  const head = `*${escapeText(clip(sayRejectsOf(summed), 100))}*: ${escapeText(saySummed(summed))}`;
  const isOwed = answer === null && summed.leads > 0;
  return modal({
    callbackId: REJECTS_MODAL.all,
    title: 'Rejected leads',
    privateMetadata: rejectsPage.encode({ rejectsId: id, page }),
    blocks: [
      section(head),
      ...shown.map((each) => section(rejectWords(each, { ...scene, isUnderCampaign: true }))),
      ...pageTurner(scene),
      ...(isOwed ? [actions(answerButtons(id))] : []),
    ],
  });
}

function pageTurner({ summed, shown, page, pages, offset }: AllRejectsScene): TangoBlock[] {
  if (pages < 2) return [];
  const turn = (text: string, action: string, to: number) =>
    button({ action, text, value: rejectsPage.encode({ rejectsId: summed.rejects.id, page: to }) });
  return [
    context(`${offset + 1} to ${offset + shown.length} of ${summed.leads}`),
    actions([
      ...(page > 0 ? [turn('Back', REJECTS.pageBack, page - 1)] : []),
      ...(page < pages - 1 ? [turn('More', REJECTS.pageOn, page + 1)] : []),
    ]),
  ];
}
