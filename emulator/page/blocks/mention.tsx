import { EMOJI } from '../emoji.ts';
import { formatSlackDate } from '../mrkdwn.ts';
import { momentOf } from '../state/dates.ts';
import { linkTo } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { Link } from './link.tsx';

export function UserMention({ id, label }: { id: string; label?: string | undefined }) {
  const { user, me } = useSession();
  const known = user(id);
  return (
    <span class={id === me.id ? 'mention me' : 'mention'}>
      @{known ? known.realName || known.name : (label ?? id)}
    </span>
  );
}

export function ChannelMention({ id, label }: { id: string; label?: string | undefined }) {
  const { conversation, me } = useSession();
  const known = conversation(id);
  if (!known) return <span class="mention">#{label ?? id}</span>;
  return (
    <a class="mention" href={linkTo(me.id, { kind: 'conversation', id })}>
      #{known.name}
    </a>
  );
}

export function Broadcast({ range }: { range: string }) {
  return <span class="mention me">@{range}</span>;
}

export function Emoji({ name }: { name: string }) {
  const unicode = EMOJI[name];
  return unicode ? (
    <span role="img" aria-label={name.replaceAll('_', ' ')}>
      {unicode}
    </span>
  ) : (
    <>:{name}:</>
  );
}

/** A date that each reader sees in their own zone; the full moment stands in its tooltip. */
export function SlackDate(props: {
  unix: number;
  format: string;
  fallback: string;
  url?: string | undefined;
}) {
  const { me, now } = useSession();
  const { unix, format, fallback, url } = props;
  const reader = { timezone: me.timezone, now, locale: 'en-GB' };
  const time = (
    <time dateTime={new Date(unix * 1000).toISOString()} title={momentOf(unix * 1000, me.timezone)}>
      {formatSlackDate(unix, format, reader) || fallback}
    </time>
  );
  return url ? <Link url={url}>{time}</Link> : time;
}
