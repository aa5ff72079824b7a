import type { ModalView } from '@slack/types';
import type { InteractiveClient } from '../../client.ts';
import type { Click } from './listen.ts';

/** On top of the modal in which was clicked, or as the first one. */
export async function openOrPush(
  slack: InteractiveClient,
  { body, triggerId }: Click,
  view: ModalView,
): Promise<void> {
  if (body.view?.type === 'modal') await slack.pushView(triggerId, view);
  else await slack.openView(triggerId, view);
}
