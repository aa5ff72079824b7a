/** What was answered in the last weeks, each to be corrected or taken back by whoever may. */
import type { ModalView } from '@slack/types';
import type { SummedRejects } from '../../../domain/rejects/rejects.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayChange, sayRejectsOf, saySummed } from '../../../sentences/en/rejects.ts';
import { REJECTS_MODAL } from '../../action-ids.ts';
import { actions, section, type TangoBlock } from '../kit/blocks.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText, person, quote } from '../kit/text.ts';
import { correctButtons } from './rejects-message.ts';

export function answersModal(answered: readonly SummedRejects[]): ModalView {
  return modal({
    callbackId: REJECTS_MODAL.answers,
    title: 'Answers to rejects',
    blocks:
      answered.length > 0 ? answered.flatMap(rowOf) : [section('Nothing was answered in the last weeks.')],
  });
}

function rowOf(summed: SummedRejects): TangoBlock[] {
  const { id, answer } = summed.rejects;
  if (!answer) return [];
  const head = `*${escapeText(clip(sayRejectsOf(summed), 100))}*: ${escapeText(saySummed(summed))}`;
  const said = `${sayChange(answer.change, person(answer.by))}\n${quote(answer.sentence)}`;
  return [section(`${head}\n${said}`), actions(correctButtons(id))];
}
