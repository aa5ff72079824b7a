/**
 * Modals that list what is to be done. After whatever was done in one of them, or in a form that lies on top of it, the list is drawn again,
 * so that nobody looks at what is not true any more. A form says nothing about what lies below it, so it carries that along.
 */
import type { ModalView } from '@slack/types';
import type { PersonId } from '../../../domain/team/actor.ts';
import type { InteractiveClient } from '../../client.ts';
import { BELOW, type ModalBelow, type OpenModal } from './form-values.ts';
import { attempt, type Edge, type ListModal } from './listen.ts';

/** After the acknowledgement of a click: the person has their answer. */
export async function redrawClicked(
  edge: Edge,
  clicked: { id: string; person: PersonId; modal: OpenModal },
): Promise<void> {
  const { id, person, modal } = clicked;
  const list = edge.lists.find(({ callbackId }) => callbackId === modal.callbackId);
  if (list && !list.turnedBy.includes(id)) await redraw(edge, { list, person, ...modal });
}

/** After the acknowledgement of a form. */
export async function redrawUnder(
  edge: Edge,
  { person, id, below }: { person: PersonId; id: string; below: ModalBelow },
): Promise<void> {
  const list = edge.lists.find(({ callbackId }) => callbackId === below.callbackId);
  if (list) await redraw(edge, { list, person, id, privateMetadata: below.privateMetadata });
}

async function redraw(
  edge: Edge,
  { list, person, id, privateMetadata }: { list: ListModal; person: PersonId } & ListedIn,
): Promise<void> {
  await attempt(edge, 'a list shows what held before', async () => {
    await edge.slack.updateView(id, await list.draw(edge, person, privateMetadata));
  });
}

type ListedIn = Pick<OpenModal, 'id' | 'privateMetadata'>;

/** What opens in a modal lies on top of it, and closes back to it. */
export function onTopOf(modal: OpenModal | null, slack: InteractiveClient): InteractiveClient {
  if (modal === null) return slack;
  return { ...slack, openView: (trigger, view) => slack.pushView(trigger, carrying(view, modal)) };
}

/** A form that is drawn again still knows what lies below it. */
export function carrying(view: ModalView, below: ModalBelow | null): ModalView {
  if (!below) return view;
  const { private_metadata: own = '' } = view;
  return { ...view, private_metadata: [own, BELOW, below.callbackId, '\n', below.privateMetadata].join('') };
}
