import { linkTo } from '../state/route.ts';
import { appConversation, useSession } from '../state/session.ts';
import { Avatar } from './avatar.tsx';

/** The app's head with its two rooms. */
export function AppTabs({ current, dm }: { current: 'home' | 'messages'; dm?: string }) {
  const { workspace, me, user } = useSession();
  const messages = dm ?? appConversation(workspace)?.id;
  const mark = (tab: string) => (tab === current ? 'page' : undefined);
  return (
    <div class="pane-head app-head">
      <h1>
        <Avatar user={user(workspace.app.botUserId)} size={24} /> {workspace.app.name}
      </h1>
      <nav class="tabs" aria-label={workspace.app.name}>
        <a href={linkTo(me.id, { kind: 'home' })} aria-current={mark('home')}>
          Home
        </a>
        {messages && (
          <a href={linkTo(me.id, { kind: 'conversation', id: messages })} aria-current={mark('messages')}>
            Messages
          </a>
        )}
      </nav>
    </div>
  );
}
