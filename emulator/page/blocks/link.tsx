import type { ComponentChildren } from 'preact';
import { linkTo, spotOfPermalink } from '../state/route.ts';
import { useSession } from '../state/session.ts';

/** A link from outside: only kinds that cannot run anything; one to a message stays on this page. */
export function Link({ url, children }: { url: string; children: ComponentChildren }) {
  const { me, conversation } = useSession();
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(url)) return <span>{children}</span>;
  const spot = spotOfPermalink(url);
  if (spot?.kind === 'conversation' && conversation(spot.id))
    return <a href={linkTo(me.id, spot)}>{children}</a>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
