import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PageMessage } from '../../page-protocol.ts';
import { dayName, dayOf, instantOf } from '../state/dates.ts';
import { useSession } from '../state/session.ts';
import { useKeptScroll } from './kept-scroll.ts';
import { Message } from './message.tsx';

const CLOSE = 5 * 60_000;

interface MessageListProps {
  label: string;
  channel: string;
  messages: readonly PageMessage[];
  inThread?: boolean;
  /** The message that the address points at. */
  at?: string | undefined;
  hasMore?: boolean;
  loadEarlier?: () => void;
}

export function MessageList(props: MessageListProps) {
  const { label, channel, messages, inThread = false, at } = props;
  const { me, now } = useSession();
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useKeptScroll({
    log,
    content,
    place: `${channel} ${messages[0]?.threadTs ?? ''}`,
    startsAtTop: inThread,
    me: me.id,
    messages,
  });
  useEffect(() => {
    if (at) log.current?.querySelector(`[data-ts="${CSS.escape(at)}"]`)?.scrollIntoView({ block: 'center' });
  }, [at, messages.length > 0]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
    <div ref={log} class="log" role="log" aria-label={label} tabIndex={0}>
      <div ref={content}>
        {props.hasMore && (
          <button type="button" class="button small earlier" onClick={props.loadEarlier}>
            Earlier messages
          </button>
        )}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const newDay = !sameDay(before, message, me.timezone);
          return (
            <Fragment key={message.ts}>
              {newDay && (!inThread || index > 0) && (
                <Divider words={dayName(instantOf(message.ts), now, me.timezone)} />
              )}
              {inThread && index === 1 && !newDay && <Divider words={repliesText(messages.length - 1)} />}
              <Message
                channel={channel}
                message={message}
                follows={!newDay && follows(before, message) && !(inThread && index === 1)}
                inThread={inThread}
                marked={message.ts === at}
              />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

function Divider({ words }: { words: string }) {
  return (
    <div class="day">
      <span>{words}</span>
    </div>
  );
}

const sameDay = (before: PageMessage | undefined, message: PageMessage, zone: string): boolean =>
  before !== undefined && dayOf(instantOf(before.ts), zone) === dayOf(instantOf(message.ts), zone);

const follows = (before: PageMessage | undefined, message: PageMessage): boolean =>
  before !== undefined &&
  before.user === message.user &&
  !message.ephemeral &&
  !before.ephemeral &&
  before.replyCount === 0 &&
  before.blocks.length === 0 &&
  message.blocks.length === 0 &&
  instantOf(message.ts) - instantOf(before.ts) < CLOSE;

const repliesText = (count: number): string => (count === 1 ? '1 reply' : `${count} replies`);
