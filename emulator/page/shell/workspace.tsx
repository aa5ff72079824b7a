import { useEffect, useState } from 'preact/hooks';
import type { PageWorkspace } from '../../page-protocol.ts';
import { ModalStack } from '../modal/modal-stack.tsx';
import { useNotices } from '../state/notices.ts';
import { useNow } from '../state/now.ts';
import { usePreference } from '../state/preferences.ts';
import { linkTo, type Place } from '../state/route.ts';
import { type Session, SessionContext, userById } from '../state/session.ts';
import { Banners } from './banners.tsx';
import { Conversation } from './conversation.tsx';
import { Guide } from './guide.tsx';
import { Home } from './home.tsx';
import { Notice } from './notice.tsx';
import { Sidebar } from './sidebar.tsx';
import { Thread } from './thread.tsx';
import { TopBar } from './top-bar.tsx';
import { useWide } from './wide.ts';

interface WorkspaceProps {
  workspace: PageWorkspace;
  place: Place;
  connected: boolean;
  theme: string;
  setTheme(theme: string): void;
}

/** Sidebar, the place one is at, and beside it a thread or the guide; on a phone one of them at a time. */
export function Workspace({ workspace, place, connected, theme, setTheme }: WorkspaceProps) {
  const session = useSessionOf(workspace, place.person);
  const [guideKept, keepGuide] = usePreference('guide', 'open');
  const wide = useWide();
  const [guideOnPhone, setGuideOnPhone] = useState(false);
  const guideOpen = workspace.guide !== null && (wide ? guideKept === 'open' : guideOnPhone);
  const setGuide = (open: boolean) => (wide ? keepGuide(open ? 'open' : 'closed') : setGuideOnPhone(open));
  useStart(workspace, place, wide);
  useTitle(workspace, place.spot);
  useEffect(() => setGuideOnPhone(false), [place.person, JSON.stringify(place.spot)]);
  const { spot } = place;
  const thread = spot.kind === 'conversation' ? spot.thread : undefined;
  const pane = guideOpen && !wide ? 'guide' : thread ? 'side' : spot.kind === 'list' ? 'list' : 'main';
  return (
    <SessionContext.Provider value={session}>
      <div class="page" data-pane={pane}>
        <TopBar theme={theme} setTheme={setTheme} guideOpen={guideOpen} setGuide={setGuide} spot={spot} />
        <Banners connected={connected} />
        <div class="panes">
          <Sidebar spot={spot} />
          <main class="main">
            <Spot place={place} />
          </main>
          {spot.kind === 'conversation' && thread && (
            <Thread key={thread} channel={spot.id} thread={thread} />
          )}
          {guideOpen && (!thread || !wide) && <Guide close={() => setGuide(false)} />}
        </div>
      </div>
      <ModalStack key={place.person} />
      <div class="notices" role="status" aria-live="polite">
        {session.notices.map((notice) => (
          <p key={notice.id}>{notice.line}</p>
        ))}
      </div>
    </SessionContext.Provider>
  );
}

function Spot({ place: { person, spot } }: { place: Place }) {
  if (spot.kind === 'home') return <Home key={person} />;
  if (spot.kind === 'conversation')
    return <Conversation key={`${person} ${spot.id}`} id={spot.id} at={spot.at} />;
  return <Notice>Choose a conversation.</Notice>;
}

function useSessionOf(
  workspace: PageWorkspace,
  person: string,
): Session & { notices: { id: number; line: string }[] } {
  const now = useNow(workspace.now);
  const { notices, notify } = useNotices();
  const me = userById(workspace, person);
  if (!me) throw new Error(`${person} is not in this workspace.`);
  return {
    workspace,
    me,
    now,
    user: (id) => userById(workspace, id),
    conversation: (id) => workspace.conversations.find((one) => one.id === id),
    notify,
    notices,
  };
}

/** The tab of the browser says where one is, and how much waits elsewhere. */
function useTitle({ team, app, conversations }: PageWorkspace, spot: Place['spot']): void {
  const here = spot.kind === 'conversation' ? conversations.find((one) => one.id === spot.id) : undefined;
  const place = here ? `${here.kind === 'im' ? '' : '#'}${here.name}` : spot.kind === 'home' ? app.name : '';
  const waiting = conversations.reduce((sum, one) => sum + one.mentions, 0);
  useEffect(() => {
    document.title = [waiting > 0 && `(${waiting})`, place, place && '·', team.name]
      .filter(Boolean)
      .join(' ');
  }, [place, waiting, team.name]);
}

/** With room for more than a list, an address without a place opens the first conversation. */
function useStart(workspace: PageWorkspace, place: Place, wide: boolean): void {
  const first =
    workspace.conversations.find((one) => one.kind !== 'im' && !one.isArchived) ?? workspace.conversations[0];
  useEffect(() => {
    if (!wide || place.spot.kind !== 'list' || !first) return;
    location.replace(linkTo(place.person, { kind: 'conversation', id: first.id }));
  }, [wide, place.person, place.spot.kind, first?.id]);
}
