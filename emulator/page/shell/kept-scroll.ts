import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PageMessage } from '../../page-protocol.ts';

const NEAR_THE_END = 80;

interface KeptScroll {
  log: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** Another place starts at its end again; a thread at its top, where one reads it from. */
  place: string;
  startsAtTop: boolean;
  /** What this person writes is shown to them wherever they were. */
  me: string;
  messages: readonly PageMessage[];
}

/** Stays at the end while the reader is there; otherwise what they read does not move. */
export function useKeptScroll({ log, content, place, startsAtTop, me, messages }: KeptScroll): void {
  const last = useRef({ place: '', height: 0, atEnd: true, first: '', newest: '' });
  useLayoutEffect(() => {
    const box = log.current;
    if (!box) return;
    const before = last.current;
    const first = messages[0]?.ts ?? '';
    const newest = messages.at(-1);
    const wroteIt = newest?.user === me && newest.ts !== before.newest;
    const isNew = before.place !== place;
    const atEnd = isNew ? !startsAtTop : before.atEnd || wroteIt;
    if (isNew && startsAtTop) box.scrollTop = 0;
    else if (atEnd) box.scrollTop = box.scrollHeight;
    else if (before.first !== first) box.scrollTop += box.scrollHeight - before.height;
    last.current = { place, height: box.scrollHeight, atEnd, first, newest: newest?.ts ?? '' };
  }, [place, messages]);
  useEffect(() => {
    const box = log.current;
    if (!box || !content.current) return;
    const follow = () => {
      last.current.atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_THE_END;
    };
    // Pictures arrive late and panels open beside it: both make the list longer without a new message.
    const grown = new ResizeObserver(() => {
      if (last.current.atEnd) box.scrollTop = box.scrollHeight;
    });
    box.addEventListener('scroll', follow, { passive: true });
    grown.observe(box);
    grown.observe(content.current);
    return () => {
      box.removeEventListener('scroll', follow);
      grown.disconnect();
    };
  }, []);
}
