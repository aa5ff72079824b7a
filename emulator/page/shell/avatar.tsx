import type { PageUser } from '../../page-protocol.ts';

/** Initials on the person's colour; bots get a rounder shape, as apps do. */
export function Avatar({ user, size = 36 }: { user: PageUser | undefined; size?: number }) {
  const name = user?.realName || user?.name || '?';
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
  const style = { '--avatar': user?.color ?? '#7a8590', '--size': `${size}px` };
  return (
    <span class={user?.isBot ? 'avatar bot' : 'avatar'} style={style} aria-hidden="true">
      {initials}
    </span>
  );
}
