import { Icon } from '../elements/icon.tsx';
import { Menu } from '../elements/menu.tsx';
import { act } from '../state/api.ts';
import { useSession } from '../state/session.ts';

/** The app's global shortcuts, behind the plus beside the text field. */
export function ShortcutMenu() {
  const { me, workspace, notify } = useSession();
  const shortcuts = workspace.shortcuts.filter((shortcut) => shortcut.kind === 'global');
  if (shortcuts.length === 0) return null;
  const items = shortcuts.map(({ callbackId, name }) => ({
    key: callbackId,
    words: name,
    hint: workspace.app.name,
    choose: async () => {
      const answer = await act({ kind: 'global_shortcut', user: me.id, callbackId });
      if (!answer.ok) notify(answer.message);
    },
  }));
  return (
    <Menu
      class="tool"
      label="Shortcuts"
      title="Shortcuts"
      face={<Icon name="plus" size={18} />}
      items={items}
    />
  );
}
