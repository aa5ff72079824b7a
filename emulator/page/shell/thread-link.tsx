import type { PageMessage } from '../../page-protocol.ts';
import { instantOf, recentMoment } from '../state/dates.ts';
import { linkTo } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { Avatar } from './avatar.tsx';

export function ThreadLink({ channel, message }: { channel: string; message: PageMessage }) {
  const { me, user, now } = useSession();
  const { replyCount, replyUsers, lastReplyTs } = message;
  return (
    <a class="thread-link" href={linkTo(me.id, { kind: 'conversation', id: channel, thread: message.ts })}>
      <span class="thread-faces">
        {replyUsers.slice(0, 4).map((id) => (
          <Avatar key={id} user={user(id)} size={22} />
        ))}
      </span>
      <strong>{replyCount === 1 ? '1 reply' : `${replyCount} replies`}</strong>
      {lastReplyTs && (
        <span class="muted">Last reply {recentMoment(instantOf(lastReplyTs), now, me.timezone)}</span>
      )}
    </a>
  );
}
