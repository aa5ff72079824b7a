/**
 * Modals that list what there is to be done. After whatever was done in one of them, or in a form that lies on top of it, each list of the
 * stack is drawn again, so that nobody looks at what is not true any more. Slack says nothing of what lies below a modal, so it carries
 * that along.
 */
import type { ModalView } from '@slack/types';
import type { PersonId } from '../../../domain/team/actor.ts';
import type { InteractiveClient } from '../../client.ts';
import { closingBack } from '../../views/kit/surfaces.ts';
import { type ModalBelow, type OpenModal, together } from './form-values.ts';
import { attempt, type Edge } from './listen.ts';

/** After the acknowledgement of a click: the person has their answer. */
export async function redrawClicked(
  edge: Edge,
  { id, person, modal }: { id: string; person: PersonId; modal: OpenModal },
): Promise<void> {
  const turnsPage = edge.lists.some((list) => list.turnedBy?.includes(id));
  if (!turnsPage) await redrawAll(edge, { person, stack: [modal, ...modal.below] });
}

/** After the acknowledgement of a form. */
export async function redrawUnder(
  edge: Edge,
  { person, modal }: { person: PersonId; modal: OpenModal },
): Promise<void> {
  await redrawAll(edge, { person, stack: modal.below });
}

type Stack = OpenModal['below'];

/** The nearest first, which is what the person looks at. */
async function redrawAll(edge: Edge, { person, stack }: { person: PersonId; stack: Stack }): Promise<void> {
  for (const [depth, { id, callbackId, privateMetadata }] of stack.entries()) {
    const list = edge.lists.find((known) => known.callbackId === callbackId);
    if (!list || id === null) continue;
    await attempt(edge, 'a list shows what held before', async () => {
      const view = await list.draw(edge, person, privateMetadata);
      await edge.slack.updateView(id, carrying(view, stack.slice(depth + 1)));
    });
  }
}

/** For a click in a modal: what opens lies on top of it and closes back to it, and drawn again it still knows what lies below it. */
export function onTopOf(modal: OpenModal, slack: InteractiveClient): InteractiveClient {
  return {
    ...slack,
    openView: (trigger, view) => slack.pushView(trigger, carrying(view, [modal, ...modal.below])),
    updateView: (id, view) => slack.updateView(id, id === modal.id ? carrying(view, modal.below) : view),
  };
}

/** A form that is drawn again still knows what lies below it. */
export function carrying(view: ModalView, below: readonly ModalBelow[]): ModalView {
  if (below.length === 0) return view;
  return { ...closingBack(view), private_metadata: together(view.private_metadata ?? '', below) };
}
