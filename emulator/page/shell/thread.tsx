import { Icon } from '../elements/icon.tsx';
import { useMessages } from '../state/messages.ts';
import { linkTo } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { Notice } from './notice.tsx';

export function Thread({ channel, thread }: { channel: string; thread: string }) {
  const { me, conversation } = useSession();
  const { value, problem, loadEarlier } = useMessages({ user: me.id, channel, thread });
  const known = conversation(channel);
  return (
    <aside class="side" aria-label="Thread">
      <div class="pane-head">
        <h2>Thread</h2>
        <span class="muted topic">{known && known.kind !== 'im' ? `#${known.name}` : known?.name}</span>
        <a
          class="tool only-wide"
          href={linkTo(me.id, { kind: 'conversation', id: channel })}
          aria-label="Close thread"
        >
          <Icon name="close" />
        </a>
      </div>
      {!value && <Notice>{problem ?? 'Reading…'}</Notice>}
      {value && (
        <MessageList
          label="Messages in the thread"
          channel={channel}
          messages={value.messages}
          inThread
          hasMore={value.hasMore}
          loadEarlier={loadEarlier}
        />
      )}
      {!known?.isArchived && <Composer channel={channel} thread={thread} placeholder="Reply…" />}
    </aside>
  );
}
