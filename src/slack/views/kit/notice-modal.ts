import type { ModalView } from '@slack/types';
import { alert } from './alert.ts';
import { modal } from './surfaces.ts';

/** A sentence to one person where there is no channel to whisper in. */
export function noticeModal(sentence: string): ModalView {
  return modal({ callbackId: 'notice', title: 'Tango', blocks: [alert(sentence)] });
}
