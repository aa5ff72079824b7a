import type { PageMessage } from '../../page-protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { MrkdwnText } from '../blocks/mrkdwn-text.tsx';
import { Icon } from '../elements/icon.tsx';
import { act } from '../state/api.ts';
import { instantOf, momentOf, timeOf } from '../state/dates.ts';
import { useSession } from '../state/session.ts';
import { useSurface } from '../state/surface.ts';
import { Attachments } from './attachments.tsx';
import { Avatar } from './avatar.tsx';
import { Files } from './files.tsx';
import { MessageTools } from './message-tools.tsx';
import { ThreadLink } from './thread-link.tsx';

interface MessageProps {
  channel: string;
  message: PageMessage;
  /** Follows one of the same person closely: drawn without name and picture. */
  follows?: boolean;
  /** In a thread there is no way further down. */
  inThread?: boolean;
  marked?: boolean;
}

export function Message({
  channel,
  message,
  follows = false,
  inThread = false,
  marked = false,
}: MessageProps) {
  const { user, me, workspace } = useSession();
  const author = user(message.user);
  const at = instantOf(message.ts);
  const time = timeOf(at, me.timezone);
  const name = author ? author.realName || author.name : message.user;
  const look = ['message', follows && 'follows', message.ephemeral && 'ephemeral', marked && 'marked'];
  return (
    <article class={look.filter(Boolean).join(' ')} aria-label={`${name}, ${time}`} data-ts={message.ts}>
      <div class="message-side">
        {follows ? (
          <time class="message-hour" title={momentOf(at, me.timezone)}>
            {time}
          </time>
        ) : (
          <Avatar user={author} />
        )}
      </div>
      <div class="message-main">
        {message.ephemeral && <EphemeralNote channel={channel} ts={message.ts} />}
        {!follows && (
          <div class="message-head">
            <strong>{name}</strong>
            {(author?.isBot || message.user === workspace.app.botUserId) && <span class="app-tag">APP</span>}
            <time class="muted" dateTime={new Date(at).toISOString()} title={momentOf(at, me.timezone)}>
              {time}
            </time>
          </div>
        )}
        <MessageBody channel={channel} message={message} />
        <Attachments attachments={message.attachments} />
        <Files files={message.files} />
        {!inThread && message.replyCount > 0 && <ThreadLink channel={channel} message={message} />}
      </div>
      {!message.ephemeral && <MessageTools channel={channel} message={message} inThread={inThread} />}
    </article>
  );
}

function MessageBody({ channel, message }: { channel: string; message: PageMessage }) {
  const { me } = useSession();
  const surface = useSurface({
    kind: 'message',
    blocks: message.blocks,
    dispatch: ({ blockId, action }, state) =>
      act({ kind: 'message_action', user: me.id, channel, ts: message.ts, blockId, action, state }),
  });
  const edited = message.edited && <span class="edited"> (edited)</span>;
  if (message.blocks.length === 0) {
    return (
      <div class="text">
        <MrkdwnText text={message.text} />
        {edited}
      </div>
    );
  }
  return (
    <>
      <Blocks surface={surface} blocks={message.blocks} />
      {edited}
    </>
  );
}

function EphemeralNote({ channel, ts }: { channel: string; ts: string }) {
  const { me } = useSession();
  const dismiss = () => void act({ kind: 'dismiss_ephemeral', user: me.id, channel, ts });
  return (
    <div class="ephemeral-note">
      <Icon name="eye" size={14} /> Only visible to you
      <button type="button" class="link-button" onClick={dismiss}>
        Dismiss
      </button>
    </div>
  );
}
