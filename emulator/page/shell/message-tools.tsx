import type { PageMessage } from '../../page-protocol.ts';
import { Icon } from '../elements/icon.tsx';
import { Menu, type MenuItem } from '../elements/menu.tsx';
import { act } from '../state/api.ts';
import { linkTo } from '../state/route.ts';
import { useSession } from '../state/session.ts';

/** What appears at a message's corner: reply in a thread, and ⋯ with the app's shortcuts. */
export function MessageTools({
  channel,
  message,
  inThread,
}: {
  channel: string;
  message: PageMessage;
  inThread: boolean;
}) {
  const { me, workspace, notify } = useSession();
  const thread = message.threadTs ?? message.ts;
  const address = linkTo(me.id, { kind: 'conversation', id: channel, thread });
  const shortcuts: MenuItem[] = workspace.shortcuts
    .filter((shortcut) => shortcut.kind === 'message')
    .map(({ callbackId, name }) => ({
      key: callbackId,
      words: name,
      hint: workspace.app.name,
      choose: async () => {
        const answer = await act({
          kind: 'message_shortcut',
          user: me.id,
          channel,
          ts: message.ts,
          callbackId,
        });
        if (!answer.ok) notify(answer.message);
      },
    }));
  const copy: MenuItem = {
    key: 'copy',
    words: 'Copy link',
    choose: async () => {
      await navigator.clipboard?.writeText(new URL(address, location.href).href).catch(() => undefined);
      notify('Link copied.');
    },
  };
  return (
    <div class="message-tools" role="toolbar" aria-label="Message">
      {!inThread && (
        <a class="tool" href={address} aria-label="Reply in thread" title="Reply in thread">
          <Icon name="reply" size={18} />
        </a>
      )}
      <Menu
        class="tool"
        label="More message actions"
        title="More"
        face={<Icon name="more" size={18} />}
        items={[...shortcuts, copy]}
      />
    </div>
  );
}
