import { useContext, useEffect } from 'preact/hooks';
import type { PageConversation } from '../../page-protocol.ts';
import { Icon } from '../elements/icon.tsx';
import { act } from '../state/api.ts';
import { LiveContext } from '../state/live.ts';
import { useMessages } from '../state/messages.ts';
import { useSession } from '../state/session.ts';
import { AppTabs } from './app-tabs.tsx';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { Notice } from './notice.tsx';

export function Conversation({ id, at }: { id: string; at?: string | undefined }) {
  const { me, workspace, conversation } = useSession();
  const { value, problem, loadEarlier } = useMessages({ user: me.id, channel: id });
  const known = conversation(id);
  useReading(id, value?.messages.length ?? 0, known?.unread ?? 0);
  if (!known) return <Notice>{me.realName} cannot see this conversation.</Notice>;
  const name = known.kind === 'im' ? known.name : `#${known.name}`;
  return (
    <>
      {known.withUser === workspace.app.botUserId ? (
        <AppTabs current="messages" dm={id} />
      ) : (
        <ConversationHead conversation={known} />
      )}
      {!value && <Notice>{problem ?? 'Reading…'}</Notice>}
      {value && value.messages.length === 0 && <EmptyConversation conversation={known} />}
      {value && value.messages.length > 0 && (
        <MessageList
          label={`Messages in ${name}`}
          channel={id}
          messages={value.messages}
          at={at}
          hasMore={value.hasMore}
          loadEarlier={loadEarlier}
        />
      )}
      {known.isArchived ? (
        <p class="archived">This channel is archived.</p>
      ) : (
        <Composer channel={id} placeholder={`Message ${name}`} />
      )}
    </>
  );
}

/** What is on the screen of somebody who looks has been read. */
function useReading(channel: string, shown: number, unread: number): void {
  const { me } = useSession();
  const { tell } = useContext(LiveContext);
  useEffect(() => {
    if (shown > 0 && unread > 0 && document.visibilityState === 'visible') {
      void act({ kind: 'mark_read', user: me.id, channel }).then(() => tell({ kind: 'workspace' }));
    }
  }, [me.id, channel, shown, unread]);
}

function ConversationHead({ conversation }: { conversation: PageConversation }) {
  const { kind, name, topic, members } = conversation;
  return (
    <div class="pane-head">
      <h1>
        {kind !== 'im' && <Icon name={kind === 'private' ? 'lock' : 'hash'} size={18} />}
        {name}
      </h1>
      <span class="muted topic">{topic}</span>
      {kind !== 'im' && <span class="muted members">{members.length} members</span>}
    </div>
  );
}

function EmptyConversation({ conversation: { kind, name } }: { conversation: PageConversation }) {
  const words =
    kind === 'im' ? `This is the start of your conversation with ${name}.` : `This is the start of #${name}.`;
  return <Notice>{words}</Notice>;
}
