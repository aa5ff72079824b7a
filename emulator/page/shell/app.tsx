import { useEffect, useRef } from 'preact/hooks';
import type { PageWorkspace } from '../../page-protocol.ts';
import { readWorkspace } from '../state/api.ts';
import { LiveContext, useLiveStream, useRemote } from '../state/live.ts';
import { usePreference } from '../state/preferences.ts';
import { linkTo, type Place, spotOfPermalink, usePlace } from '../state/route.ts';
import { Notice } from './notice.tsx';
import { Welcome } from './welcome.tsx';
import { Workspace } from './workspace.tsx';

/** The whole page: whoever the address names looks at the workspace; nobody yet is asked whom to be. */
export function App() {
  const place = usePlace();
  const live = useLiveStream(place.person);
  return (
    <LiveContext.Provider value={live}>
      <Page place={place} connected={live.connected} />
    </LiveContext.Provider>
  );
}

function Page({ place, connected }: { place: Place; connected: boolean }) {
  const [theme, setTheme] = usePreference('theme', 'auto');
  const { value, problem } = useRemote(
    place.person,
    () => readWorkspace(place.person).catch(() => readWorkspace('')),
    // Messages count too: they move the unread badges.
    (change) => change.kind === 'workspace' || change.kind === 'messages',
  );
  // While another person's view is on its way the last one stays, so that the page does not blink.
  const last = useRef<PageWorkspace | undefined>(undefined);
  last.current = value ?? last.current;
  const workspace = last.current;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => openPermalink(place.person), [place.person]);
  if (!workspace) return <Notice>{problem ?? 'Opening the workspace…'}</Notice>;
  const known = workspace.users.some((user) => user.id === place.person && !user.isBot);
  if (!known) return <Welcome workspace={workspace} />;
  return (
    <Workspace workspace={workspace} place={place} connected={connected} theme={theme} setTheme={setTheme} />
  );
}

/** A permalink opened from outside arrives as a path; the person it is opened for is in the address or still to be chosen. */
function openPermalink(person: string): void {
  const spot = spotOfPermalink(location.href);
  if (!spot || !person) return;
  history.replaceState(null, '', `/${linkTo(person, spot)}`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
