import { useLayoutEffect, useRef } from 'preact/hooks';
import { act, readViews } from '../state/api.ts';
import { useRemote } from '../state/live.ts';
import { useSession } from '../state/session.ts';
import { ModalView } from './modal-view.tsx';

/** The open modals of the person. Only the top one shows; those below keep what was entered in them. */
export function ModalStack() {
  const { me } = useSession();
  const { value } = useRemote(
    me.id,
    () => readViews(me.id),
    (change) => change.kind === 'views',
  );
  const stack = value?.stack ?? [];
  const top = stack.at(-1);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (top) dialog.current?.showModal();
  }, [top !== undefined]);
  useLayoutEffect(() => {
    dialog.current?.querySelector<HTMLElement>('form:not([hidden]) :is(input, textarea, select)')?.focus();
  }, [top?.id]);
  if (!top) return null;
  const cancel = (event: Event) => {
    if (event.target !== dialog.current) return;
    event.preventDefault();
    void act({ kind: 'view_close', user: me.id, viewId: top.id, all: false });
  };
  return (
    <dialog ref={dialog} class="modal" aria-label={top.title} onCancel={cancel}>
      {stack.map((view) => (
        <ModalView key={view.id} view={view} hidden={view.id !== top.id} isOnly={stack.length === 1} />
      ))}
    </dialog>
  );
}
