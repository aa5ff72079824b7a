import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { TextObject } from '../blocks/text.tsx';
import { type Json, obj, str, words } from '../state/slack-json.ts';

/** "Are you sure?", in the bot's words. */
export function Confirm({ confirm, yes, no }: { confirm: Json; yes: () => void; no: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const cancel = (event: Event) => {
    event.preventDefault();
    no();
  };
  return (
    <dialog ref={dialog} class="modal confirm" aria-labelledby={id} onCancel={cancel}>
      <h2 class="modal-title" id={id}>
        {words(confirm, 'title')}
      </h2>
      <div class="modal-body">
        <TextObject text={obj(confirm, 'text')} />
      </div>
      <div class="modal-foot">
        <button type="button" class="button" onClick={no}>
          {words(confirm, 'deny') || 'Cancel'}
        </button>
        <button type="button" class={`button ${str(confirm, 'style') || 'primary'}`} onClick={yes}>
          {words(confirm, 'confirm') || 'Yes'}
        </button>
      </div>
    </dialog>
  );
}
