import type { WebFormId } from '../../../domain/web-form/web-form.ts';
import { WEB_FORM, webFormKey } from '../../action-ids.ts';
import { actions, section } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';

/** A word to somebody about something that only a person can mend. The sentence is mrkdwn of ours; `form`: its questions can be answered right here. */
export function notice(sentence: string, form: WebFormId | null = null): MessageView {
  const blocks = [section(`:warning: ${sentence}`)];
  if (form === null) return { text: sentence, blocks };
  const ask = button({
    action: WEB_FORM.questions,
    text: 'Say what they mean',
    value: webFormKey.encode(form),
    style: 'primary',
  });
  return { text: sentence, blocks: [...blocks, actions([ask])] };
}
