/** A click on a button, or a choice in a menu: in a message, in a modal or at home. */

import type { App, BlockAction, RespondFn } from '@slack/bolt';
import type { PersonId } from '../../../domain/team/actor.ts';
import { noticeModal } from '../../views/kit/notice-modal.ts';
import { MRKDWN } from '../../views/kit/voice.ts';
import { acknowledgeAfter } from './acknowledge.ts';
import { type OpenModal, toOpenModal } from './form-values.ts';
import { clickGesture, isRepeat, withGesture } from './gesture.ts';
import { type Edge, handle, type ListenerDeps, sentenceFor } from './listen.ts';
import { onTopOf, redrawClicked } from './lists.ts';
import { tellPrivately } from './private-answer.ts';

export interface Click {
  person: PersonId;
  /** A button's value or the value of what was chosen. */
  value: string | undefined;
  triggerId: string;
  /** In which it was clicked, this choice included; null in a message or at home. */
  modal: OpenModal | null;
}

export type ClickHandler = (deps: ListenerDeps, click: Click) => Promise<void>;

export function listenToClick(app: App, outer: Edge, id: string, handler: ClickHandler): void {
  app.action<BlockAction>(id, async ({ ack, body, respond }) => {
    const click = toClick(body);
    let isLetIn = false;
    const work = (edge: Edge) =>
      handle(edge, {
        person: click.person,
        request: { kind: 'click', id, body },
        work: () => {
          isLetIn = true;
          return handler(above(click, edge), click);
        },
        failed: async (thrown) => {
          if (await isRepeat(edge, click.person, thrown)) return;
          const sentence = sentenceFor(edge, thrown, { where: id, voice: MRKDWN });
          await answerPrivately(above(click, outer), { respond, body }, sentence);
        },
      });
    const gesture = clickGesture(id, click.value, body);
    await acknowledgeAfter(withGesture(outer, gesture), ack, work);
    const { person, modal } = click;
    if (isLetIn && modal) await redrawClicked(outer, { id, person, modal });
  });
}

/** What a click in a modal opens lies on top of that. */
function above({ modal }: Click, edge: Edge): Edge {
  return modal ? { ...edge, slack: onTopOf(modal, edge.slack) } : edge;
}

function toClick({ user, actions, trigger_id, view }: BlockAction): Click {
  const action = actions[0] as { value?: string; selected_option?: { value?: string } | null } | undefined;
  return {
    person: user.id as PersonId,
    value: action?.selected_option?.value ?? action?.value,
    triggerId: trigger_id,
    modal: view?.type === 'modal' ? toOpenModal(view) : null,
  };
}

interface Place {
  respond: RespondFn;
  body: BlockAction;
}

async function answerPrivately(edge: Edge, { respond, body }: Place, text: string): Promise<void> {
  await tellPrivately(edge, { person: body.user.id as PersonId, text }, () =>
    body.response_url
      ? respond({ response_type: 'ephemeral', replace_original: false, text })
      : edge.slack.openView(body.trigger_id, noticeModal(text)),
  );
}
