import type { PageConversation } from '../../page-protocol.ts';
import { Icon } from '../elements/icon.tsx';
import { linkTo, type Spot } from '../state/route.ts';
import { appConversation, useSession } from '../state/session.ts';
import { Avatar } from './avatar.tsx';

export function Sidebar({ spot }: { spot: Spot }) {
  const { workspace } = useSession();
  const channels = workspace.conversations.filter((one) => one.kind !== 'im');
  const people = workspace.conversations.filter(
    (one) => one.kind === 'im' && one.withUser !== workspace.app.botUserId,
  );
  return (
    <nav class="sidebar" aria-label="Conversations">
      <Section title="Channels">
        {channels.map((one) => (
          <ConversationLink key={one.id} conversation={one} spot={spot} />
        ))}
      </Section>
      {people.length > 0 && (
        <Section title="Direct messages">
          {people.map((one) => (
            <ConversationLink key={one.id} conversation={one} spot={spot} />
          ))}
        </Section>
      )}
      <Section title="Apps">
        <AppLink spot={spot} />
      </Section>
    </nav>
  );
}

function Section({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <section>
      <h2 class="sidebar-title">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function ConversationLink({ conversation, spot }: { conversation: PageConversation; spot: Spot }) {
  const { me, user } = useSession();
  const { id, kind, name, unread, mentions, isArchived } = conversation;
  const here = spot.kind === 'conversation' && spot.id === id;
  const badge = kind === 'im' ? unread : mentions;
  return (
    <li>
      <a
        class={`sidebar-link${unread > 0 ? ' unread' : ''}`}
        href={linkTo(me.id, { kind: 'conversation', id })}
        aria-current={here ? 'page' : undefined}
      >
        {kind === 'im' ? (
          <Avatar user={user(conversation.withUser ?? '')} size={20} />
        ) : (
          <Icon name={kind === 'private' ? 'lock' : 'hash'} size={16} />
        )}
        <span class="sidebar-name">{name}</span>
        {isArchived && <span class="sidebar-note">archived</span>}
        <Badge count={badge} />
      </a>
    </li>
  );
}

/** The app stands once in the list: its Home is the front door, unread messages lead into the DM. */
function AppLink({ spot }: { spot: Spot }) {
  const { me, workspace, user } = useSession();
  const { app } = workspace;
  const dm = appConversation(workspace);
  const here = spot.kind === 'home' || (spot.kind === 'conversation' && spot.id === dm?.id);
  const unread = dm?.unread ?? 0;
  const to: Spot = unread > 0 && dm ? { kind: 'conversation', id: dm.id } : { kind: 'home' };
  return (
    <li>
      <a
        class={`sidebar-link${unread > 0 ? ' unread' : ''}`}
        href={linkTo(me.id, to)}
        aria-current={here ? 'page' : undefined}
      >
        <Avatar user={user(app.botUserId)} size={20} />
        <span class="sidebar-name">{app.name}</span>
        <span
          class={`presence${workspace.botConnected ? ' on' : ''}`}
          title={workspace.botConnected ? 'Connected' : 'Not connected'}
        />
        <Badge count={unread} />
      </a>
    </li>
  );
}

function Badge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span class="badge">
      {count}
      <span class="for-readers"> unread</span>
    </span>
  );
}
