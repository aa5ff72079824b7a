import { useEffect } from 'preact/hooks';
import type { PageView } from '../../page-protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { act, readHome } from '../state/api.ts';
import { useRemote } from '../state/live.ts';
import { useSession } from '../state/session.ts';
import { useSurface } from '../state/surface.ts';
import { AppTabs } from './app-tabs.tsx';
import { Notice } from './notice.tsx';

/** The app's Home tab; every visit is told to the app, which then publishes what is true now. */
export function Home() {
  const { me, workspace } = useSession();
  const { value, problem } = useRemote(
    me.id,
    () => readHome(me.id),
    (change) => change.kind === 'home',
  );
  useEffect(() => void act({ kind: 'open_home', user: me.id }), [me.id]);
  return (
    <>
      <AppTabs current="home" />
      {value?.view ? (
        <HomeView key={value.view.id} view={value.view} />
      ) : (
        <Notice>{problem ?? `${workspace.app.name} has put nothing here yet.`}</Notice>
      )}
    </>
  );
}

function HomeView({ view }: { view: PageView }) {
  const { me } = useSession();
  const surface = useSurface({
    kind: 'home',
    blocks: view.blocks,
    viewId: view.id,
    dispatch: ({ blockId, action }, state) =>
      act({ kind: 'view_action', user: me.id, viewId: view.id, blockId, action, state }),
  });
  return (
    <section class="home" aria-label="Home">
      <div class="home-body">
        <Blocks surface={surface} blocks={view.blocks} />
      </div>
    </section>
  );
}
