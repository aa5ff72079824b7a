import { useEffect, useState } from 'preact/hooks';
import type { PageActResult, PageView } from '../../page-protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Icon } from '../elements/icon.tsx';
import { act } from '../state/api.ts';
import { useSession } from '../state/session.ts';
import { useSurface } from '../state/surface.ts';

interface ModalViewProps {
  view: PageView;
  hidden: boolean;
  isOnly: boolean;
}

export function ModalView({ view, hidden, isOnly }: ModalViewProps) {
  const { me } = useSession();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<PageActResult>({ ok: true });
  const errors = answer.ok ? {} : (answer.errors ?? {});
  const surface = useSurface({
    kind: 'modal',
    blocks: view.blocks,
    viewId: view.id,
    errors,
    dispatch: ({ blockId, action }, state) =>
      act({ kind: 'view_action', user: me.id, viewId: view.id, blockId, action, state }),
  });
  useEffect(() => setAnswer({ ok: true }), [view.hash]);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setAnswer(await act({ kind: 'view_submit', user: me.id, viewId: view.id, state: surface.values }));
    setBusy(false);
  };
  const close = (all: boolean) => void act({ kind: 'view_close', user: me.id, viewId: view.id, all });
  const general = !answer.ok && Object.keys(errors).length === 0 ? answer.message : '';
  return (
    <form class="modal-view" hidden={hidden} onSubmit={submit} noValidate>
      <div class="modal-head">
        <h2 class="modal-title">{view.title}</h2>
        <button type="button" class="tool" aria-label="Close" title="Close" onClick={() => close(true)}>
          <Icon name="close" />
        </button>
      </div>
      <div class="modal-body">
        {general && (
          <p class="warning boxed" role="alert">
            <span aria-hidden="true">⚠</span> {general}
          </p>
        )}
        <Blocks surface={surface} blocks={view.blocks} />
      </div>
      <div class="modal-foot">
        <button type="button" class="button" onClick={() => close(false)}>
          {view.close ?? (isOnly ? 'Cancel' : 'Back')}
        </button>
        {view.submit && (
          <button type="submit" class="button primary" aria-busy={busy}>
            <span class="button-words">{view.submit}</span>
            {busy && <span class="spinner" aria-hidden="true" />}
          </button>
        )}
      </div>
    </form>
  );
}
